// Made-up people of this half: what they are called in several writings, how they are reached and where they live.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const words = (text: string): readonly string[] => text.split('|')
const two = (n: number): string => String(n).padStart(2, '0')

const FAMILY = words(
  '林|许|沈|韩|杨|朱|秦|尤|何|吕|施|张|孟|平|黄|和|穆|尹|余|元|顾|金|钟|于|马|高|梁|宋|唐|冯|程|袁|邓|傅|上官|司马|诸葛|慕容|江|温|牛|安|常|万',
)
const GIVEN = words(
  '文博|晓燕|梓萱|海波|婷婷|国华|志远|可欣|泽宇|丽|强|敏|宇航|春梅|立群|思琪|子墨|凯|丹丹|洪波|雅楠|明哲|翠花|博文|欣然|鹏飞|蕾|少华|冬冬|亦菲|向阳|宝山',
)
const FAR = words('吾尔开希·艾力|阿卜杜拉·热合曼|古丽娜尔·吐尔逊|央金卓玛|呼和巴特|娜仁花')
const NICK = words(
  '风吹麦浪|阿哲不吃鱼|小鹿乱撞|Leo.Z|独立开发者老周|云淡风轻|摸鱼达人|A00教育培训王姐|Cici_|凉城旧梦|二狗子|Mr.Xu|南山搬砖工|泡泡玛奇朵|大橘为重|码农翻身记|。。。|Evan在深圳|静待花开',
)
const ISLAND = words('黃柏翰|張雅婷|許家豪|劉思妤|周宥廷|葉佩君|賴政宏|邱郁婷|江品睿|范姜怡君|洪于晴|盧彥霖|余采潔')
const HARBOUR = words(
  '何嘉欣;HO KA YAN|梁志輝;LEUNG CHI FAI|鄧穎芝;Tang Wing Chi|司徒俊傑;SZETO CHUN KIT|曾子謙;TSANG, Tsz Him|馮美寶;Fung Mei Po Mabel|蘇永康;SO WING HONG|葉凱晴;YIP Hoi Ching',
)
const WEST = words(
  'Marcus Bell|Yuki Nakamura|Anjali Deshpande|Lucas Oliveira|Hannah Schmidt|Omar Al-Farsi|Katarzyna Nowak|Liam O’Brien|Chen Haoran|Priyanka Nair|Jean-Luc Moreau|Rose Hill|Emre Yıldız|Victoria Adeyemi|Tran Minh Duc|Mateo Fernández|Ingrid Solberg|Daniel Kim|Ana Sofia Ramos|Dmitri Volkov|Li Na|Mary-Ann Fox|Zoë van Dijk|Mark Day|Fatima Zahra|Gabriel St. John|Wu Jing|Noah Fischer|Chidi Eze|Paula Cruz|A. J. Turner|Chloe Tan Hui Min',
)
const TOWN = words(
  '江苏省苏州市工业园区|山东省青岛市市南区|河南省郑州市金水区|湖南省长沙市岳麓区|上海市浦东新区|重庆市渝北区|广东省东莞市南城街道|四川省绵阳市涪城区|福建省泉州市晋江市|天津市南开区|广西南宁市青秀区|河北省石家庄市裕华区',
)
const ROAD = words('星湖街|香港中路|花园路|麓谷大道|张杨路|金开大道|鸿福路|跃进路|世纪大道|卫津路|民族大道|槐安东路')
const BLOCK = words('世茂花园|绿地中央广场|万科金域蓝湾|阳光100|幸福里小区|人才公寓|碧桂园|')
const ISLAND_ROAD = words(
  '臺北市大安區復興南路一段|桃園市中壢區中央西路|新竹市東區光復路二段|臺南市永康區中華路|新北市三重區重新路四段|彰化縣員林市中山路',
)
const HARBOUR_ROAD = words(
  '九龍觀塘開源道|新界沙田大圍道|香港灣仔軒尼詩道|九龍黃大仙龍翔道|新界將軍澳唐德街|香港西環卑路乍街',
)
const STREET = words(
  'Birch Court|E 5th Ave|Station Road|High Street|Lindenallee|Rue de Rivoli|Orchard Blvd|George Street|Via Garibaldi|Pine Ridge Dr|Kungsgatan|Old Mill Rd',
)
const CITY = words(
  'Denver, CO 80203|Manchester M4 5JD|Seattle, WA 98109|Sydney NSW 2000|20095 Hamburg|75004 Paris|Singapore 238801|Vancouver, BC V6B 1A9|Dublin D02 X285|Raleigh, NC 27601|111 43 Stockholm|Chicago, IL 60614',
)
const HOSTS = words('gmail.com|outlook.com|proton.me|icloud.com|yahoo.com|fastmail.com|me.com|hotmail.com|web.de')
const FIRMS = words('larkfield.io|tessel-works.com|moonbay.studio|hartandpine.co|quillstack.app')

export type Person = ReturnType<typeof personOf>

/** One person, under every name and with everything by which pages reach them. */
export function personOf({ int, pick, text }: Chance) {
  const chinese = int(0, 11) === 0 ? pick(FAR) : `${pick(FAMILY)}${pick(GIVEN)}`
  const west = pick(WEST)
  const [harbour = '', harbourRoman = ''] = pick(HARBOUR).split(';')
  const bare = west
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  const [first = '', last = ''] = [bare[0], bare.at(-1)]
  const mobile = `1${pick(words('30|32|35|37|39|50|52|55|58|66|73|75|78|80|83|87|89|91|98'))}${text(DIGITS, 8)}`
  return {
    chinese,
    west,
    harbour,
    harbourRoman,
    island: pick(ISLAND),
    nick: pick(NICK),
    polite: `${chinese.includes('·') ? chinese : chinese.slice(0, 1)}${pick(words('先生|女士|老板|总'))}`,
    starred: chinese.length > 2 ? `*${chinese.slice(1)}` : `*${chinese.slice(-1)}`,
    first: west.split(' ')[0] ?? west,
    upper: west.toUpperCase(),
    turned: `${west.split(' ').at(-1)}, ${west.split(' ').slice(0, -1).join(' ')}`,
    mail: `${pick([text(DIGITS, int(8, 10)), `${text(SMALL, int(3, 6))}${two(int(0, 99))}`, `${text(SMALL, 5)}_${text(SMALL, 3)}`, `${text(SMALL, 2)}${int(1985, 2006)}${text(SMALL, 2)}`])}@${pick(words('qq.com|163.com|126.com|foxmail.com|139.com|gmail.com|yeah.net|hotmail.com'))}`,
    westMail: `${pick([`${first}.${last}`, `${first}${last}${int(1, 99)}`, `${last}.${first[0]}`, `${first}-${text(SMALL, 3)}`, `hello.${last}`, `${first[0]}${last}+api`])}@${pick(HOSTS)}`,
    work: `${pick([`${first}.${last}`, `${first[0]}.${last}`, first, 'billing', 'ops'])}@${pick(FIRMS)}`,
    islandMail: `${text(SMALL, int(3, 5))}${pick(words('.|_|'))}${text(SMALL, 4)}${int(1, 9)}@${pick(words('gmail.com|yahoo.com.tw|hotmail.com|netvigator.com'))}`,
    mobile,
    mobileGaps: mobile.replace(/(\d{3})(\d{4})/, pick(words('$1 $2 |$1-$2-'))),
    mobileAbroad: `+86 ${mobile}`,
    mobileHidden: `${mobile.slice(0, 3)}****${mobile.slice(-4)}`,
    mailHidden: `${text(SMALL, 3)}***@${pick(words('qq.com|163.com|gmail.com'))}`,
    islandPhone: pick([`09${text(DIGITS, 8)}`, `09${text(DIGITS, 2)}-${text(DIGITS, 6)}`]),
    harbourPhone: `${pick(words('5|6|9'))}${text(DIGITS, 7)}`,
    westPhone: pick([
      `(${int(201, 989)}) ${int(210, 989)}-${text(DIGITS, 4)}`,
      `+44 7${text(DIGITS, 3)} ${text(DIGITS, 6)}`,
      `+65 ${pick(['8', '9'])}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
      `+1${int(201, 989)}${int(210, 989)}${text(DIGITS, 4)}`,
      `+33 6 ${two(int(10, 99))} ${two(int(10, 99))} ${two(int(10, 99))} ${two(int(10, 99))}`,
    ]),
    home: `${pick(TOWN)}${pick(ROAD)}${int(2, 1200)}号${pick(BLOCK)}${int(1, 28)}${pick(words('栋|幢|座|号楼'))}${pick(['', '一单元', '2单元'])}${int(2, 33)}0${int(1, 6)}${pick(words('室||号'))}`,
    islandHome: `${pick(ISLAND_ROAD)}${int(5, 480)}號${int(2, 18)}樓${pick(words('|之1|之5'))}`,
    harbourHome: `${pick(HARBOUR_ROAD)}${int(3, 600)}號${pick(words('富麗閣|海景中心|寶林大廈|翠屏苑'))}${int(2, 40)}樓${pick(words('B|D|H|07'))}室`,
    street: `${int(3, 4200)} ${pick(STREET)}${pick(words('|, Apt 7C|, #12-04|, Suite 310|, Floor 2'))}`,
    city: pick(CITY),
    citizen: `${pick(words('320506|370202|410105|430104|310115|500112|441900|510703|120104'))}${int(1966, 2006)}${two(int(1, 12))}${two(int(1, 28))}${text(DIGITS, 3)}${pick([...DIGITS, 'X'])}`,
    handle: `${pick(words('kestrel|moss|tundra|lumen|papaya|hexa|orca|juno|delta|winter|cobalt|miso'))}${pick(words('|_|.|-'))}${text(SMALL, int(2, 5))}${pick(['', '', String(int(1, 2009))])}`,
    login: pick([
      `${first}${int(10, 999)}`,
      `${text(SMALL, int(5, 9))}`,
      `user_${text(DIGITS, 6)}`,
      `linuxdo_${int(1000, 99_999)}`,
      `${last}${text(SMALL, 2)}`,
    ]),
  }
}
