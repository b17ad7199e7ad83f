// Names of people: soft values without any check, hidden only right behind a label such as 户名, 收款人, payee.
import { isHan, isLetter, SignSet } from '../glyphs.ts'
import type { Label } from '../labels.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳佟蒲卜栾冼巩敖庾戚卞喻匡褚祁冀屈晏桂甄窦荣隋仲詹佘栗宁鞠滕邬覃谌仇臧瞿蓟娄柏郁闵狄苟竺茅蔺鄢阎岑辜簡閻欒鞏寧聶嚴錢鄒鍾劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭葉蘇呂盧鐘譚陸汪賈韋龍陶賀顧龔',
)
/** Surnames of two characters, in both ways of writing. */
const DOUBLE =
  /^(?:[欧歐][阳陽]|司[马馬徒空寇]|上官|[诸諸]葛|端木|皇甫|尉[迟遲]|[东東]方|独孤|獨孤|慕容|令狐|宇文|[长長][孙孫]|夏侯|[轩軒][辕轅]|呼延|南[宫宮]|西[门門]|公[孙孫冶羊]|申屠|太史|[钟鍾鐘][离離]|[闾閭]丘|濮[阳陽]|淳于|[单單]于|宗政|赫[连連]|澹[台臺]|[鲜鮮]于|[闻聞]人|万俟|百里|拓跋|纳兰|納蘭|完[颜顏]|叶赫|巫[马馬]|梁丘|左丘|北堂)/

/** No name begins or goes on with these: 姓名是谁, 户名和…, 收款人信息. */
const NOT_A_NAME =
  /^(?:是|和|与|跟|不|对|错|信|一|填|写|都|也|要|怎|什|谁|哪|为|的|了|吗|呢|或|及|没|有|在|被|可|能|已|未|显|必|需|请|无|同|认|实|账|帐|手|电|银|卡|金|身|地|开户|全|验|校|核|栏|字|处|格|方|錯|對|誰|為|嗎|沒|顯|須|請|無|認|實|賬|帳|電|銀|開戶|驗|欄|處|信息|資料|上官[方网網])/
const LONGEST_HAN = 20
const DASH = 45
const NEWLINE = 10
const DOTS = new SignSet('·•‧・･')
const ENGLISH =
  /(?:[A-Za-z][A-Za-z'’.-]*)(?: (?!(?:and|or|is|was|has|paid|bank|card|account|phone|acct|number|no|id|from|with|at|in|on|to|the|amount|email|tel|but|who|which|please|name|status)\b)[A-Za-z][A-Za-z'’.-]*){0,3}/y
const NOT_A_NAME_EN =
  /^(?:is|was|does|not|and|or|the|a|an|of|name|info|information|mismatch|account|bank|details?|unknown|n\/a|none|null|must|should|will|has|field|says|did|in|on|with|for)\b/i

/** The dot inside a name of another people: 买买提·艾力. The view shows it as a dash. */
function dotAt(page: Page, at: number): boolean {
  const { source } = page.view
  return page.unit(at) === DASH && DOTS.has(source.charCodeAt(page.view.start(at))) && isHan(page.unit(at + 1))
}

/** The name is all that its line holds. */
const fillsLine = (page: Page, end: number): boolean =>
  end >= page.length || page.unit(end) === NEWLINE || page.unit(end) === 0

/** A Chinese name behind the label; without a sign between only one that begins with a surname and ends soon. */
function chinese(label: Label, page: Page): number {
  const at = label.valueAt
  let end = at
  let dotted = false
  while (end - at < LONGEST_HAN && (isHan(page.unit(end)) || dotAt(page, end))) {
    dotted ||= dotAt(page, end)
    end++
  }
  const next = page.labelBehind(at, (other) => other.topic !== 'person' && other.topic !== 'ticket')
  if (next && next.start < end && next.start - at >= 2) end = next.start
  const name = page.slice(at, end)
  if (name.length < 2 || NOT_A_NAME.test(name)) return at
  if (dotted && label.joint === 'sign') return end
  const surname = SURNAMES.has(name[0] ?? '') || DOUBLE.test(name)
  if (label.joint !== 'sign' && !(surname && name.length <= 4)) return surname ? at + nameLength(name) : at
  if (name.length <= 4) return at + (surname ? nameLength(name) : name.length)
  return /公司|商行|工作室|商店|经营部|集团|超市|中心|店$/.test(name) ? end : surname ? at + nameLength(name) : at
}

// Where a sentence goes on right behind a name.
const GOES_ON = /[的是在已也就都没不有和与跟说付转收给要把被到让了吗呢啊，]|转账|付款|收款/

const nameLength = (text: string): number => {
  const double = DOUBLE.test(text)
  const most = Math.min(double ? 4 : 3, text.length)
  for (let length = 2; length < most; length++) if (GOES_ON.test(text[length] ?? '')) return length
  return most
}

function english(label: Label, page: Page): number {
  const at = label.valueAt
  ENGLISH.lastIndex = at
  const name = ENGLISH.exec(page.text)?.[0]
  if (!name || NOT_A_NAME_EN.test(name)) return at
  const capital = /^[A-Z]/.test(name)
  if (label.joint !== 'sign' && !capital) return at
  return at + name.replace(/[.'’-]+$/, '').length
}

export const person: Rule = {
  name: 'name of a person',
  kind: 'person',
  topics: ['person'],
  wide: true,
  label: (label, page): Found => {
    const at = label.valueAt
    const bare = label.below && label.joint !== 'sign'
    const end = isHan(page.unit(at))
      ? chinese(label, page)
      : isLetter(page.unit(at)) && label.joint !== 'glued'
        ? english(label, page)
        : at
    // "户名", a line end, "王小明", a line end: a form. "姓名", a line end and a sentence is none.
    if (bare && !(isHan(page.unit(at)) && fillsLine(page, end))) return undefined
    return end - at >= 2 ? { kind: 'person', start: at, end } : undefined
  },
  cases: {
    hides: [
      '户名：[[张三]]',
      '收款人[[李晓明]]，尾号1234',
      '姓名: [[王芳]] 卡号见图',
      '收款人是[[欧阳建国]]',
      'account holder: [[John Smith]]',
      'payee [[Li Lei]] and bank ICBC',
      'payee: [[zhang san]]',
      '姓名：[[张三]]手机号不方便说',
      '户名：[[深圳市某某科技有限公司]]',
      '姓名：[[阿依古丽]]',
      '姓名：[[买买提·艾力]]，手机没填',
      '户 名：[[王小明]]',
      '收款人（全称）：[[王小明]]',
      '户名\n[[王小明]]\n开户行\n招商银行',
      '姓名\n[[尉迟恭]]',
      '姓名\n[[端木蕻良]]\n手机\n没填',
      '收款人[[令狐沖]]，尾号1234',
      '戶名：[[歐陽靖]]',
      '姓名\n[[佟丽娅]]',
    ],
    leaves: [
      '张三说没到账',
      '姓名不对',
      '收款人信息错误',
      '户名和卡号不一致',
      '收款人是谁',
      'payee name mismatch',
      'account holder is not the same',
      '姓名填错了',
      '户名\n不一致',
      '戶名\n錯誤',
      '姓名\n明天再填',
      '收款人应该是公司',
      '收款人上官网查',
      '收款人\n高兴地说到账了',
    ],
  },
}
