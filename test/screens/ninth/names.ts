// Made-up people of this half: names as each place writes them, and how and where they are reached.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const list = (text: string): readonly string[] => text.split('|')
const two = (n: number): string => String(n).padStart(2, '0')

const FAMILY = list(
  '孙|郭|罗|郑|谢|曹|彭|曾|萧|田|董|潘|崔|范|方|石|姚|廖|邹|熊|陆|郝|孔|白|康|邱|东方|皇甫|游|海|费|时',
)
const GIVEN = list(
  '佳怡|俊杰|雨桐|浩然|桂芳|一诺|磊|静雯|建国|倩|嘉豪|晨曦|玉兰|天佑|诗琪|军|小龙|雪|启明|若溪|永强|艺',
)
const LONG = list('阿依古丽·买买提|扎西次仁|额尔登图|迪丽努尔')
const NICK = list(
  '晚风and晚安|K先生|不吃香菜🌿|Sunny|程序员老李|一只咸鱼|星辰大海88|AAA数码小张|L.|夏末｡|打工人小陈|Momo',
)
const ISLAND = list('陳冠廷|林雅筑|蔡承翰|楊詠晴|吳宗憲|鄭欣怡|曾國豪|歐陽靖|簡志成|羅品妤')
const HARBOUR = list(
  '陳大文;CHAN TAI MAN|黃詠琳;Wong Wing Lam|歐陽偉業;AU YEUNG WAI YIP|麥家欣;Mak, Ka Yan|劉德明;LAU Tak Ming',
)
const WEST = list(
  'Nadia Petrova|Thomas Wright|Isabella Conti|Kwame Mensah|Søren Madsen|Aisha Khan|Miguel Santos|Elena Rossi|Nguyen Thi Lan|Park Ji-ho|Oliver Bennett|Freya Lindgren|Ravi Shankar Iyer|Sarah O’Connor|Björn Hagen|Maya Cohen|Will Price|Grace Young|Hiroshi Tanaka|Carlos Peña|Tom Ford|Zhang Yiming',
)
const TOWN = list(
  '湖北省武汉市洪山区|福建省厦门市思明区|陕西省西安市雁塔区|辽宁省大连市沙河口区|广东省广州市天河区|安徽省合肥市蜀山区|浙江省义乌市|江西省南昌市红谷滩区',
)
const ROAD = list('珞喻路|莲前西路|科技二路|中山路|黄浦大道西|长江西路|稠州北路|丰和中大道')
const BLOCK = list('光谷世界城|瑞景公园|融创天朗|星海湾壹号|珠江花园|职工宿舍')
const ISLAND_ROAD = list('新北市板橋區文化路二段|高雄市左營區博愛三路|台中市西屯區台灣大道三段|嘉義市西區友愛路')
const HARBOUR_ROAD = list('九龍旺角彌敦道|新界荃灣青山公路|香港鰂魚涌英皇道|新界元朗大棠路')
const STREET = list('Willow Lane|Sunset Blvd|Queen Street|Abbey Road|Bergmannstraße|Collins Street|Rua Augusta')
const CITY = list(
  'Portland, OR 97205|Bristol BS1 5TR|Boston, MA 02116|Melbourne VIC 3000|10961 Berlin|Montréal, QC H2X 1Y4|Miami, FL 33131',
)

export type Names = ReturnType<typeof namesOf>

/** One person, under every name and with everything by which pages reach them. */
export function namesOf({ int, pick, text }: Chance) {
  const chinese = int(0, 8) === 0 ? pick(LONG) : `${pick(FAMILY)}${pick(GIVEN)}`
  const west = pick(WEST)
  const [harbour = '', harbourRoman = ''] = pick(HARBOUR).split(';')
  const island = pick(ISLAND)
  const plain = west
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  const [first = '', last = ''] = [plain[0], plain.at(-1)]
  const mobile = `1${pick(list('34|36|51|53|57|72|76|81|82|85|88|95|99'))}${text(DIGITS, 8)}`
  return {
    chinese,
    west,
    island,
    harbour,
    harbourRoman,
    nick: pick(NICK),
    chineseStarred: `${'*'.repeat(Math.max(1, chinese.length - 1))}${chinese.slice(-1)}`,
    surnamed: `${chinese.includes('·') ? chinese : chinese.slice(0, 1)}${pick(list('女士|先生|老师|同学'))}`,
    first: west.split(' ')[0] ?? west,
    capital: west.toUpperCase(),
    initial: `${west.split(' ')[0]} ${(west.split(' ').at(-1) ?? 'X')[0]}.`,
    mail: `${pick([text(DIGITS, int(9, 10)), `${text(SMALL, int(5, 8))}${int(1, 99)}`, `${text(SMALL, 4)}.${text(SMALL, 5)}`, mobile])}@${pick(list('qq.com|163.com|sina.com|gmail.com|aliyun.com|vip.qq.com|outlook.com'))}`,
    islandMail: `${text(SMALL, int(4, 7))}.${text(SMALL, 3)}${int(10, 99)}@${pick(list('gmail.com|yahoo.com.hk|msn.com|icloud.com'))}`,
    westMail: `${pick([`${first}.${last}`, `${first[0]}${last}`, `${last}${first}`, `${first}_${int(60, 99)}`, `${first}+ai`])}@${pick(list('gmail.com|hey.com|pm.me|hotmail.co.uk|icloud.com|gmx.net|live.com'))}`,
    office: `${pick([`${first}.${last}`, first, 'finance', 'ap'])}@${pick(list('northpeak.dev|brightloom.co|studio-kite.de|oakandco.uk'))}`,
    mobile,
    mobileSpaced: mobile.replace(/(\d{3})(\d{4})/, pick(list('$1 $2 |$1-$2-'))),
    mobileStarred: `${mobile.slice(0, 3)}****${mobile.slice(-4)}`,
    mailStarred: `${text(SMALL, 2)}****${text(SMALL, 1)}@${pick(list('gmail.com|163.com|qq.com'))}`,
    harbourPhone: `${pick(list('5|6|9'))}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    islandPhone: `09${text(DIGITS, 2)}-${text(DIGITS, 3)}-${text(DIGITS, 3)}`,
    westPhone: pick([
      `+1 ${int(201, 989)}-${int(200, 989)}-${text(DIGITS, 4)}`,
      `07${text(DIGITS, 3)} ${text(DIGITS, 6)}`,
      `+49 15${text(DIGITS, 1)} ${text(DIGITS, 8)}`,
      `+61 4${text(DIGITS, 2)} ${text(DIGITS, 3)} ${text(DIGITS, 3)}`,
    ]),
    home: `${pick(TOWN)}${pick(ROAD)}${int(3, 900)}号${pick(BLOCK)}${int(1, 30)}${pick(list('栋|幢|号楼'))}${int(2, 32)}0${int(1, 8)}${pick(list('|室'))}`,
    islandHome: `${pick(ISLAND_ROAD)}${int(6, 500)}號${int(2, 15)}樓${pick(list('|之2|之3'))}`,
    harbourHome: `${pick(HARBOUR_ROAD)}${int(8, 900)}號${pick(list('華麗大廈|新都城|順景閣'))}${int(3, 38)}樓${pick(list('A|C|12'))}室`,
    westHome: `${int(2, 1800)} ${pick(STREET)}${pick(list('|, Unit 5|, Flat 2B|, Apt 1103'))}, ${pick(CITY)}`,
    citizen: `${pick(list('420111|350203|610113|210204|440106|340104'))}${int(1970, 2007)}${two(int(1, 12))}${two(int(1, 28))}${text(DIGITS, 3)}${pick([...DIGITS, 'X'])}`,
    handle: `${pick(list('nova|river|bytes|sora|pixel|tofu|quark|zed'))}${pick(list('|_|-|.'))}${text(SMALL, int(3, 6))}${pick(['', String(int(2, 999))])}`,
  }
}
