// Made-up customers of this half: names as four regions write them, and the addresses and numbers by which they are reached.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const cut = (text: string): readonly string[] => text.split(' ')
const bar = (text: string): readonly string[] => text.split('|')
const two = (n: number): string => String(n).padStart(2, '0')

const SURNAMES = [...'任贺龚庞樊兰殷施洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁']
const DOUBLE = cut('诸葛 上官 司徒 慕容 尉迟')
const MALE = cut('振华 海涛 子墨 文博 立新 世杰 志远 家辉 昊 晓东 国栋 泽宇 凯 铭 斌 鑫')
const FEMALE = cut('秋菊 梦瑶 思琪 婉婷 丽华 雅琴 可馨 春梅 妍 岚 璐 静怡 紫萱 惠 颖 云')
const FAR = bar('热依汗·吐尔逊|才让东智|巴特尔|木合塔尔·艾山')
const NICKS = bar(
  '北方的狼|阿泽ovo|小鹿乱撞_|码农阿强|七里香|Echo·Lin|奶茶三分糖|AI搬砖人|半夏微凉|大鹏一日同风起|jojo酱',
)
const FORMOSA = cut('許志豪 謝佩珊 葉家瑋 洪郁婷 邱柏翰 廖怡君 江承恩 范姜宏 柯宥辰 彭湘婷 施冠宇')
const VICTORIA = bar(
  '何家俊/HO KA CHUN|鄧嘉敏/Tang Ka Man|司徒志明/SZETO CHI MING|馮詩雅/Fung Sze Nga|關國榮/KWAN KWOK WING|盧曉彤/LO Hiu Tung',
)
const ENGLISH = bar(
  'Hannah Whitcombe|Marcus Adeyemi|Leila Farouk|Jonas Bergström|Camila Duarte|Patrick Doyle|Anjali Deshpande|Victor Chukwu|Zoë de Vries|Dmitri Sokolov|Rosa Jiménez|Ethan Blackwood|Minh Tran|Kate Lowe|Lars van den Heuvel|Siobhán Kelly|Omar Siddiqui|Emma Zhao|Luca Ferrari|Mary Ann Pruitt|Jae-won Lim|Wojciech Zieliński',
)
const PLACES = bar(
  '河南省郑州市金水区|江苏省无锡市滨湖区|四川省绵阳市涪城区|广东省东莞市南城街道|吉林省长春市朝阳区|广西南宁市青秀区|天津市和平区|浙江省宁波市鄞州区|山东省烟台市芝罘区|贵州省贵阳市观山湖区',
)
const LANES = cut('花园路 太湖大道 剑门路 鸿福路 红旗街 民族大道 南京路 天童南路 毓璜顶东路 林城西路')
const YARDS = bar('金桂苑|万科城市之光|绿地香树花城|银座公寓||保利叶语|电力小区')
const WESTROADS = bar(
  'Larchmont Ave|Fenwick Street|Old Mill Road|King St W|Rue de Rivoli|Hauptstraße|Ponsonby Road|Pine Ridge Drive',
)
const WESTTOWNS = bar(
  'Denver, CO 80206|Manchester M4 1HQ|Toronto, ON M5H 1A1|75004 Paris|80331 München|Auckland 1011|Columbus, OH 43215|Dublin 2 D02 X285',
)

export type People = ReturnType<typeof peopleOf>

/** One customer with every spelling and contact that a page may show. */
export function peopleOf({ int, pick, text }: Chance) {
  const family = int(0, 9) === 0 ? pick(DOUBLE) : pick(SURNAMES)
  const chinese = int(0, 11) === 0 ? pick(FAR) : `${family}${pick(pick([MALE, FEMALE]))}`
  const [harbour = '', roman = ''] = pick(VICTORIA).split('/')
  const west = pick(ENGLISH)
  const letters = west
    .normalize('NFD')
    .replace(/ł/g, 'l')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  const [first = 'ann', last = 'low'] = [letters[0], letters.at(-1)]
  const mobile = `1${pick(cut('30 33 35 37 50 52 56 58 66 73 75 78 80 83 87 89 91 98'))}${text(DIGITS, 8)}`
  return {
    chinese,
    titled: `${family}${pick(cut('先生 女士 总 姐 哥 同学'))}`,
    starred: chinese.includes('·') ? `${chinese.slice(0, 1)}**` : `*${chinese.slice(1)}`,
    nick: pick(NICKS),
    formosa: pick(FORMOSA),
    harbour,
    roman,
    west,
    first: west.split(' ')[0] ?? west,
    reversed: `${west.split(' ').at(-1)}, ${west.split(' ')[0]}`,
    shouted: west.toUpperCase(),
    mail: `${pick([text(DIGITS, int(8, 10)), `${text(SMALL, int(4, 9))}${int(80, 2004)}`, `${text(SMALL, 3)}_${text(SMALL, 5)}`, mobile, `${text(SMALL, 6)}.${text(SMALL, 2)}`])}@${pick(cut('qq.com 163.com 126.com foxmail.com 139.com gmail.com hotmail.com yeah.net'))}`,
    formosaMail: `${text(SMALL, int(5, 8))}${int(1, 999)}@${pick(cut('gmail.com yahoo.com.tw hotmail.com icloud.com'))}`,
    westMail: `${pick([`${first}.${last}`, `${last}.${first[0]}`, `${first}${int(3, 99)}`, `${first[0]}.${last}`, `the${last}s`, `${first}-${last}`])}@${pick(cut('gmail.com outlook.com proton.me fastmail.com yahoo.co.uk me.com'))}`,
    workMail: `${pick([first, `${first}.${last}`, `${first[0]}${last}`, 'accounts', 'billing+ai'])}@${pick(cut('tidewater-labs.io harlowandsons.com quietpixel.studio mossbridge.ca fernwerk.de'))}`,
    mobile,
    mobileSplit: mobile.replace(/(\d{3})(\d{4})/, pick(['$1 $2 ', '$1-$2-'])),
    mobileStarred: `${mobile.slice(0, 3)}****${mobile.slice(-4)}`,
    mailStarred: `${text(SMALL, 3)}***@${pick(cut('163.com qq.com gmail.com'))}`,
    harbourPhone: pick([
      `+852 ${pick(cut('5 6 9'))}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
      `${pick(cut('5 6 9'))}${text(DIGITS, 7)}`,
    ]),
    formosaPhone: pick([`09${text(DIGITS, 8)}`, `+886 9${text(DIGITS, 2)} ${text(DIGITS, 3)} ${text(DIGITS, 3)}`]),
    westPhone: pick([
      `(${int(203, 979)}) ${int(220, 989)}-${text(DIGITS, 4)}`,
      `+44 7${text(DIGITS, 3)} ${text(DIGITS, 6)}`,
      `+1 ${int(203, 979)} ${int(220, 989)} ${text(DIGITS, 4)}`,
      `+33 6 ${text(DIGITS, 2)} ${text(DIGITS, 2)} ${text(DIGITS, 2)} ${text(DIGITS, 2)}`,
    ]),
    home: `${pick(PLACES)}${pick(LANES)}${int(1, 388)}号${pick(YARDS)}${int(1, 42)}${pick(cut('栋 号楼 幢'))}${pick(['', `${int(1, 4)}单元`])}${int(1, 33)}0${int(1, 6)}${pick(['', '室'])}`,
    formosaHome: `${pick(cut('台北市大安區和平東路三段 桃園市中壢區中正路 台南市東區崇學路 新竹市東區光復路一段'))}${int(3, 480)}${pick(['號', '巷7號'])}${int(2, 14)}樓`,
    harbourHome: `${pick(cut('九龍觀塘鴻圖道 新界沙田正街 香港灣仔軒尼詩道 新界將軍澳唐德街'))}${int(1, 300)}號${pick(cut('富豪閣 天晴軒 德福花園'))}${int(2, 40)}樓${pick(cut('B D 08'))}室`,
    westHome: `${int(3, 2400)} ${pick(WESTROADS)}${pick(['', ', Suite 210', ', Apt 7C', ', Floor 3'])}, ${pick(WESTTOWNS)}`,
    citizen: `${pick(cut('410105 320211 510703 441900 220104 450103'))}${int(1968, 2006)}${two(int(1, 12))}${two(int(1, 28))}${text(DIGITS, 3)}${pick([...DIGITS, 'X'])}`,
    handle: `${pick(cut('orbit kumo maple zeno ghost lemon vector hana raven koi'))}${pick(['', '_', '.', '-'])}${text(SMALL, int(2, 5))}${pick(['', String(int(1, 2005))])}`,
  }
}
