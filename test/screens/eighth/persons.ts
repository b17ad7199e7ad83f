// Made-up persons of this half: names as they are written in several places, and how and where they are reached.
import type { Chance } from '../chance.ts'

const words = (text: string): readonly string[] => text.split('|')
const DIGITS = '0123456789'
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const two = (n: number): string => String(n).padStart(2, '0')

const FAMILY = words('苏|唐|邓|尤|蒋|余|叶|袁|贺|龚|段|史|毛|孟|卓|殷|司徒|上官|诸葛|单|黎|钱')
const GIVEN = words('婧|建军|思涵|梓豪|红霞|宇|丽娟|志远|可欣|国庆|沐阳|晓东|芷若|鹏|乐|明月|春燕|文静|凯')
const PEOPLES = words('古丽娜尔·艾山|巴图|才让卓玛|努尔江|金哲浩')
const NICKS = words(
  '月亮不营业|大橘为重|Cc|阿May|凌晨三点半|努力的胖虎|zzz睡不醒|老陈AI|山茶|小王同学°|代码搬运工|Echo',
)
const ISLAND = words('葉佳穎|黃彥廷|張簡大為|許淑芬|邱志明|賴冠宇|呂思瑩|周杰|江孟哲|柯雅婷')
const HARBOUR = words('李嘉俊|何敏儀|梁子軒|譚美玲|鄺志偉|馮寶珊')
const HARBOUR_ROMAN = words('LEE KA CHUN|Ho Man Yee|LEUNG TSZ HIN|Tam, Mei Ling|KWONG CHI WAI|Jason Fung')
const WEST = words(
  'Hannah Lindqvist|Mateo Álvarez|Grace Okafor|Rohan Mehta|Sean O’Leary|Lucia Ferrari|Jonas Becker|Amira Hassan|Tran Quoc Bao|Kim Min-seo|Dmitri Volkov|Chloe Dubois|Abdul Rahman|Li Wei Tan|Victoria Hale|Ethan Brooks|Mei-Ling Chow|Fatima Zahra|Jack Sun|Anita Rao|Oluwaseun Ade|Zoë Kravets|Paul King|Rose Field',
)
const PLACES = words(
  '江苏省苏州市姑苏区|湖南省长沙市岳麓区|上海市浦东新区|重庆市渝北区|山东省青岛市市南区|河南省郑州市金水区|广东省东莞市南城街道|云南省昆明市盘龙区|天津市河西区',
)
const WAYS = words('平江路|麓谷大道|张杨路|龙头寺路|香港中路|农业路|鸿福路|北京路|友谊路')
const YARDS = words('万科城|金域华府|香榭里|保利中心|绿地新里|机关家属院')
const ISLAND_WAYS = words(
  '台北市大安區和平東路二段|桃園市中壢區中正路|台南市東區裕農路|新竹市東區光復路一段|彰化縣員林市育英路',
)
const HARBOUR_WAYS = words('九龍觀塘鴻圖道|新界沙田正街|香港銅鑼灣駱克道|九龍深水埗福華街')
const WEST_WAYS = words(
  'Birch Hollow|Lakeview Ave|Orchard Rd|Station Road|Rue des Lilas|NE 8th St|Carrer de Mallorca|Marine Parade',
)
const WEST_PLACES = words(
  'Seattle, WA 98101|Manchester M4 1HQ|Vancouver, BC V6B 2W9|Singapore 238823|Denver, CO 80202|75011 Paris|Dublin D02 AF30|Auckland 1010',
)

export type Person = ReturnType<typeof personOf>

export function personOf(c: Chance) {
  const { int, pick, text } = c
  const chinese = int(0, 7) === 0 ? pick(PEOPLES) : `${pick(FAMILY)}${pick(GIVEN)}`
  const west = pick(WEST)
  const bare = west
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  const [first = '', last = ''] = [bare[0], bare.at(-1)]
  const mobile = `1${pick(words('35|37|39|50|52|58|66|78|80|87|89|91|98'))}${text(DIGITS, 8)}`
  const island = pick(ISLAND)
  const harbour = int(0, HARBOUR.length - 1)
  return {
    chinese,
    nick: pick(NICKS),
    starred: `*${chinese.slice(1)}`,
    called: `${chinese.includes('·') ? chinese : chinese.slice(0, 1)}${pick(words('先生|女士|老师|总'))}`,
    pinyin: pick(words('SU JING|Tang Jianjun|DENG/SIHAN|You Zihao|he.hongxia|Ye Yu|ZHUO KEXIN')),
    island,
    islandStarred: `${island.slice(0, 1)}○${island.slice(-1)}`,
    harbour: HARBOUR[harbour] ?? '',
    harbourRoman: HARBOUR_ROMAN[harbour] ?? '',
    west,
    westFirst: west.split(' ')[0] ?? west,
    westLoud: west.toUpperCase(),
    westTurned: `${west.split(' ').slice(1).join(' ')}, ${west.split(' ')[0]}`,
    mail: `${pick([text(DIGITS, int(8, 10)), `${text(SMALL, int(4, 7))}${int(1, 2009)}`, `${text(SMALL, 3)}_${text(SMALL, 4)}`, mobile])}@${pick(words('qq.com|163.com|126.com|gmail.com|foxmail.com|139.com|icloud.com'))}`,
    islandMail: `${text(SMALL, int(5, 8))}${int(1, 999)}@${pick(words('gmail.com|yahoo.com.tw|hotmail.com|icloud.com'))}`,
    westMail: `${pick([`${first}${last}`, `${first}.${last}`, `${last}.${first[0]}`, `${first}${int(70, 99)}`, `hello+${last}`])}@${pick(words('gmail.com|outlook.com|proton.me|icloud.com|fastmail.com|web.de|yahoo.com|tuta.io'))}`,
    office: `${pick([first, `${first[0]}.${last}`, 'billing', 'accounts'])}@${pick(words('harborline.io|tinyforge.dev|acornworks.co.uk|lumenhq.com'))}`,
    mobile,
    mobileBroken: mobile.replace(/(\d{3})(\d{4})/, pick(words('$1-$2-|$1 $2 '))),
    mobileAbroad: `+86 ${mobile}`,
    mobileStarred: `${mobile.slice(0, 3)}****${mobile.slice(7)}`,
    mailStarred: `${text(SMALL, 3)}***@${pick(words('qq.com|163.com|gmail.com'))}`,
    harbourPhone: `+852 ${pick(words('5|6|9'))}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    islandPhone: `09${text(DIGITS, 8)}`,
    usPhone: `(${int(206, 971)}) ${int(210, 989)}-${text(DIGITS, 4)}`,
    ukPhone: `+44 7${text(DIGITS, 3)} ${text(DIGITS, 6)}`,
    sgPhone: `+65 ${pick(words('8|9'))}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    home: `${pick(PLACES)}${pick(WAYS)}${int(3, 999)}号${pick(YARDS)}${int(1, 26)}${pick(words('栋|号楼|座'))}${pick(words('|二单元|B'))}${int(3, 28)}0${int(1, 6)}`,
    islandHome: `${pick(ISLAND_WAYS)}${int(8, 400)}號${int(2, 12)}樓${pick(words('|之1|之5'))}`,
    harbourHome: `${pick(HARBOUR_WAYS)}${int(8, 300)}號${pick(words('榮發工業大廈|好運中心|富麗閣'))}${int(3, 29)}樓${pick(words('B|D|6'))}室`,
    westHome: `${int(3, 1990)} ${pick(WEST_WAYS)}${pick(words('|, Apt 4B|, #07-12|, Suite 210'))}, ${pick(WEST_PLACES)}`,
    citizen: `${pick(words('320508|430104|310115|500112|370202|410105'))}${int(1972, 2006)}${two(int(1, 12))}${two(int(1, 28))}${text(DIGITS, 3)}${pick([...DIGITS, 'X'])}`,
    handle: `${pick(words('kaito|mochi|drift|lemon|void|panda|hex'))}${pick(words('.|_||0'))}${text(SMALL, int(3, 5))}${pick(['', String(int(1, 2000))])}`,
  }
}
