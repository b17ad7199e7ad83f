// Names that a sentence tells: whom money goes to, whom a letter is for, by which name somebody signs in.
import type { Span } from './layout.ts'
import { FAMILY, SURNAMES } from './surnames.ts'
import { isOfTradeWords } from './trade-words.ts'

/** Each with the group that is the name, and whether words of the trade there are none: 我是微信付的. */
const PEOPLE: readonly (readonly [RegExp, number, true?])[] = [
  [
    /(?<=[^\p{Script=Han}])(?:账户名|户名|姓名|收款人|收件人|收货人|联系人|持卡人|开户名|户主)\s?[:是为]?\s?(?!姓名|全称|名称|信息|电话|手机|地址|账|帐)([\p{Script=Han}·]{2,4})(?=$|[\s,，.。;；、\d(（])/dgu,
    1,
  ],
  [
    /(?:我是|我叫|叫我)\s?(?!.{0,3}(?:用户|客户|买家|会员|学生|老板|卖家|商家))(\p{Script=Han}{2,4})(?=[，,。.！!\s]|$)/dgu,
    1,
    true,
  ],
  [/(?<!\p{Script=Han})([小阿老]\p{Script=Han})(?=同学|老师|师傅|哥|姐|总)/dgu, 1],
  // Whom the writer names in passing.
  [
    new RegExp(
      `(?:朋友|同事|老婆|老公|爱人|儿子|女儿|妈妈|爸爸|哥哥|姐姐|弟弟|妹妹|室友|同学|老板|对象|男友|女友)([${FAMILY}]\\p{Script=Han}{1,2}?)(?=付|转|充|买|的|给|帮|代|在|也|[，,。]|$)`,
      'dgu',
    ),
    1,
  ],
  [
    /(?:抬头|户名|姓名|名字|收件人|收货人|付款人|收款人)(?:写|填|开|是|为|叫)\s?(\p{Script=Han}{2,4})(?=[，,。；;\s]|$)/dgu,
    1,
  ],
  // What they call themselves before their masked name: 大橘为重（*国庆）.
  [/^([^\s（(]{2,12})(?=[（(]\s?[*＊]{1,2}\p{Script=Han}{1,2}[)）])/dgu, 1],
  [/(?<!\p{Script=Han})([阿小老]\p{Lu}\p{Ll}+)/dgu, 1],
  // Whoever says by which name they sign in.
  [
    /(?:log(?:ged)? ?in (?:as|is)|sign(?:ed)? ?in as|login is|user ?name (?:is|:)|account is|for user) ([A-Za-z][\w.-]{2,})/dgi,
    1,
  ],
  [/(?:账号|用户名|登录名|昵称)[是为叫]\s?([A-Za-z][\w.-]{2,})/dg, 1],
  // A name glued to their mail.
  [/^(?!.*[是为到至给发邮箱])(\p{Script=Han}{2,4})(?=[\s(（<]?[A-Za-z0-9][\w.+-]*@)/dgu, 1],
  [/(?:付款|转账|支付|打款|汇款|转)[-—]?给\s?([\p{Script=Han}·*]{2,6})$/dgu, 1],
  [/(?:向|对)\s?([\p{Script=Han}·*]{2,4})\s?(?:付款|转账|支付|打款|汇款)/dgu, 1],
  [
    /^(?:收|寄|收件|寄件)\s?[:：]?\s{0,3}(?![款件货据到支入费益藏起银])([\p{Script=Han}·]{2,4})(?=\s*(?:\d|\+|$))/dgu,
    1,
  ],
  [/^[Tt]o ([A-Z][a-z]+(?: [A-Z][a-z.'-]*){1,2})$/dg, 1],
  [new RegExp(`(?:^|购买方|购方|客户|销售方)名称\\s?:\\s?([${SURNAMES}][\\p{Script=Han}]{1,3})$`, 'dgu'), 1],
  // Whom a letter or a message is for.
  [
    /^(?:Dear|Hi|Hello|Hey) (?!there|team|all|everyone|guys|admin|support|sir|madam|user|friend|customer|folks)([a-z]{3,12})(?=[,，!])/dg,
    1,
  ],
  [
    /^(?:Dear|Hi|Hello|Hey)[ ,]{1,2}(?:(?:Mr|Ms|Mrs|Dr)s?\.? )?(?!There|Team|Customer|Sir|Madam|User|Support|All|Everyone|Friend|Guest|Valued|Member)([A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’.-]*){0,2})(?=\s?[,，.!:]|$)/dg,
    1,
  ],
  [
    /(?:尊敬的|亲爱的)\s?(?!用户|客户|会员|顾客|买家|卖家|商户|家长|朋友|玩家)(\p{Script=Han}{2,4}?)(?=\s?(?:先生|女士|小姐|同学|老师|用户|客户|[,，:：!！]|您好|你好|$))/dgu,
    1,
  ],
  [
    new RegExp(`^([${SURNAMES}]\\p{Script=Han}{1,2})(?=\\s?(?:先生|女士|小姐)\\s?[,，:：]?\\s?(?:您好|你好|$))`, 'dgu'),
    1,
  ],
  [
    /(?<=^|[】\]」，,。！!\s])(?!各位|大家|用户|客户|会员|顾客|朋友|老板|商家|尊敬|亲爱|客服|店家|企业|个人|新|老|贵)(\p{Script=Han}{2,4}?)(?=(?:客户|先生|女士|小姐)[,，:：]|(?:先生|女士|小姐)?[您你]好)/dgu,
    1,
  ],
  // Whom the app itself greets, and who sent money.
  [
    /^(?:你好|您好|欢迎(?:回来|您)?|[早午晚]安|早上好|上午好|中午好|下午好|晚上好)[,，~]\s?(?!您的|请|我|你|您|感谢|欢迎|本|这|有|关于|订单|充值)([^\s,，。！!?？~]{2,16})(?=[！!~]|$)/dgu,
    1,
    true,
  ],
  [/^(?:Welcome(?: back)?|Good (?:morning|afternoon|evening)),? (?!to |back)([\w.-]{2,20})(?=[!,.]|$)/dgi, 1],
  [
    /(?<=^|: )((?:\p{Lu}\p{Script=Latin}+\.? ){1,3})(?=(?:has )?(?:sent|paid|requested|transferred|invited|added) (?:you|money|[$€£¥]))/dgu,
    1,
  ],
  // "云朵"撤回了一条消息
  [/["“”「『]([^"“”「」『』]{1,16})["“”」』]\s?(?=邀请|撤回|通过|加入|领取|拍了拍|修改|退出|成为)/dgu, 1],
  [
    /(?:付给|转给|打给|汇给|转账给|打款给|付款给)(?!你|我|他|她|它|您|谁|客服|商家|老板|店家|对方|平台|公司|官方|网站|商户|代理)([^\s,，。.!！?？的了]{2,8})(?=的|了|[，,。.！!？?\s]|$)/dgu,
    1,
    true,
  ],
  [
    /^(?!我|你|您|他|她|昨|今|前|上|刚|这|那|本|该|订单|支付|微信|之前|您|最近|充值|全部|所有|其他|已|未)([^\s,，。!！?？的]{2,8})的(?=(?:付款|转账|红包|收款|打款)(?!方式|时间|金额|记录|状态|账号|帐号))/dgu,
    1,
    true,
  ],
  [
    /(?:Thanks|Thank you|Regards|Best|Cheers|Sincerely),? (?!for|to|so|again|and|in|team|The|Support)(\p{Lu}\p{Script=Latin}+(?: \p{Lu}\p{Script=Latin}+){0,2})$/dgu,
    1,
  ],
  [/来自\s?([\p{Script=Han}·*]{2,4})\s?的?(?:付款|转账|红包|收款)/dgu, 1],
  [
    /(?:[Tt]ransfer(?:red)?|[Ss]ent|[Pp]aid|[Pp]ayment|[Rr]eceived|[Pp]ay) (?:to|from|by) ([A-Z][a-z]+(?: [A-Z][a-z.]*){1,2})/dg,
    1,
  ],
]

/** The names that stand in a plain line for what is said around them. */
export const toldNamesIn = (text: string): Span[] =>
  PEOPLE.flatMap(([pattern, group, strange]) =>
    [...text.matchAll(pattern)].flatMap(({ indices, ...found }): Span[] => {
      const at = indices?.[group]
      return at && !(strange && isOfTradeWords(found[group] ?? ''))
        ? [{ start: at[0], end: at[1], kind: 'person' }]
        : []
    }),
  )
