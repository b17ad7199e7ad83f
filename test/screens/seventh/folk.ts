// Made-up people of this half: how they are called in several places, how they are reached and where they live.
import type { Chance } from '../chance.ts'

const list = (text: string): string[] => text.split('|')
const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const pad = (n: number): string => String(n).padStart(2, '0')

const MAINLAND = list(
  '华一鸣|甄妮|鲁大海|路遥|水静怡|阿依古丽·买买提|扎西顿珠|慕容雪|夏侯杰|谷雨晴|牛小满|白若冰|艾力|喻婉清|冷秋|桂林生|麦家辉|和玉兰|端木磊|闵敏|常胜利|房思琪|解文博|安然|南宫瑾',
)
const NICKNAMES = list('小鱼干|阿哲同学|摸鱼大王|北海以北|Momo|夜航船|一只柚子|老K|橘子汽水|风起了|AI炼丹师|不吃香菜')
const TAIPEI = list('簡嘉慧|游振翔|涂雅雯|歐陽宇軒|范姜明哲|藍心怡|施柏宇|連郁婷|翁國華|温子晴|戴佑安|魏宏達')
const KOWLOON = list('岑啟聰|區穎欣|甘志豪|麥詠恩|冼兆基|屈嘉儀|尹家樂|布曉彤')
const KOWLOON_ROMAN = list(
  'SHAM KAI CHUNG|AU WING YAN|Mak Wing Yan, Joanne|Kam Chi Ho|Sin Siu Kei|Wan Ka Lok Eric|POON Sze Wing',
)
const ABROAD = list(
  'Pieter van der Berg|Park Ji-won|Aoife Ní Bhriain|Omar bin Khalid|Nguyen Thi Hoa|Isabella Rossi-Conti|Tobias Ek|Chinedu Eze|Marta Wiśniewska|Kenneth Ong|Deepika Iyer|Leon Schäfer|Ruth Abramson|Camila Duarte|Ivan Petrenko|Samuel Adeyemi|Yuto Morimoto|Alice Blackwood|Gareth Pugh|Noor Haddad',
)
const STREETS = list('惠民街|学府路|滨江中路|环城西路|人民南路二段|丰泽大街|迎宾路')
const TOWNS = list(
  '山西省太原市小店区|福建省泉州市丰泽区|甘肃省兰州市城关区|海南省海口市龙华区|浙江省宁波市鄞州区|吉林省长春市朝阳区|广东省佛山市禅城区|内蒙古呼和浩特市赛罕区',
)
const ESTATES = list('翡翠湾|阳光新城|书香苑|中海国际社区|水岸名都')
const TAIPEI_ROADS = list(
  '台北市中山區南京東路|新北市三重區重新路|台中市北屯區崇德路|高雄市前鎮區中華五路|基隆市仁愛區愛三路',
)
const KOWLOON_HOMES = list('香港鰂魚涌華蘭路|九龍旺角彌敦道|新界元朗青山公路|香港灣仔軒尼詩道|九龍黃大仙龍翔道')
const WEST_ROADS = list(
  'Juniper Way|Old Mill Lane|W 43rd St|Castle Terrace|Bluebell Close|Rosewood Dr|Prenzlauer Allee|Jalan Ampang',
)
const WEST_TOWNS = list(
  'Boulder, CO 80301|Edinburgh EH1 2EN|Calgary, AB T2P 1J9|Brooklyn, NY 11215|10405 Berlin|50450 Kuala Lumpur|Melbourne VIC 3000|Cork T12 X8N6',
)
const HOSTS = list('qq.com|163.com|gmail.com|outlook.com|foxmail.com|sina.cn|88.com|live.cn')
const HOSTS_ABROAD = list('gmail.com|outlook.com|pm.me|hey.com|gmx.de|yahoo.co.uk|duck.com|zoho.com')

export type Folk = ReturnType<typeof folkOf>

export function folkOf(c: Chance) {
  const { int, pick, text } = c
  const mainland = pick(MAINLAND)
  const abroad = pick(ABROAD)
  const latin = abroad
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .split(' ')
  const [mine = '', last = ''] = [latin[0], latin.at(-1)]
  const mobile = `1${pick(list('34|36|47|53|57|70|76|83|88|92|95|99'))}${text(DIGITS, 8)}`
  const taipei = pick(TAIPEI)
  return {
    mainland,
    nickname: pick(NICKNAMES),
    /** As wallets show a payee. */
    starred: `${mainland.length > 2 ? '**' : '*'}${mainland.slice(-1)}`,
    polite: `${mainland.includes('·') ? mainland : mainland.slice(0, 1)}${pick(list('先生|女士|小姐'))}`,
    taipei,
    taipeiPolite: `${taipei.slice(0, 1)}${pick(list('先生|小姐'))}`,
    kowloon: pick(KOWLOON),
    kowloonRoman: pick(KOWLOON_ROMAN),
    abroad,
    first: abroad.split(' ')[0] ?? abroad,
    initial: `${abroad[0]}. ${abroad.split(' ').at(-1)}`,
    onCard: pick([abroad, `${pick(list('MR|MS|MRS'))} ${abroad[0]} ${abroad.split(' ').at(-1)}`]).toUpperCase(),
    mail: `${pick([text(LOWER, int(3, 5)), text(DIGITS.slice(1), int(7, 10)), `${text(LOWER, 4)}.${text(LOWER, 3)}`])}${pick(['', '_ai', String(int(86, 2004))])}@${pick(HOSTS)}`,
    mailAbroad: `${pick([`${mine}.${last}`, `${mine[0]}${last}`, `${mine}${last[0]}`, `${last}_${mine}`])}${pick(['', '', String(int(2, 99)), '+api'])}@${pick(HOSTS_ABROAD)}`,
    workMail: `${mine}@${pick(list('northlane.io|kitewing.dev|bluefin-labs.com|oakdata.co'))}`,
    mobile,
    mobileSpaced: mobile.replace(/(\d{3})(\d{4})(\d{4})/, '$1 $2 $3'),
    mobileStarred: mobile.replace(/(\d{3})\d{4}/, '$1****'),
    kowloonPhone: `${pick(list('5|6|9'))}${text(DIGITS, 3)}${pick([' ', ''])}${text(DIGITS, 4)}`,
    taipeiPhone: `09${text(DIGITS, 2)}${pick(['-', ' ', ''])}${text(DIGITS, 3)}${pick(['-', ''])}${text(DIGITS, 3)}`,
    klPhone: `+60 1${int(0, 9)}-${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    usPhone: `+1 ${int(203, 970)}-${int(201, 989)}-${text(DIGITS, 4)}`,
    ukPhone: `07${text(DIGITS, 3)} ${text(DIGITS, 6)}`,
    home: `${pick(TOWNS)}${pick(STREETS)}${int(2, 480)}号${pick(ESTATES)}${int(1, 18)}${pick(list('号楼|幢|座'))}${int(2, 30)}0${int(1, 8)}${pick(list('|室'))}`,
    homeTaipei: `${pick(TAIPEI_ROADS)}${pick(list('一段|二段|三段'))}${int(6, 390)}${pick(list('號|巷8號|之2號'))}${int(2, 14)}樓`,
    homeKowloon: `${pick(KOWLOON_HOMES)}${int(5, 700)}號${pick(list('康盛大廈|麗港中心|嘉輝閣'))}${int(2, 30)}樓${pick(list('A|C|F|H'))}室`,
    homeAbroad: `${int(4, 980)} ${pick(WEST_ROADS)}${pick(list('|, Unit 5|, Apt 12C|, Flat 3'))}, ${pick(WEST_TOWNS)}`,
    citizen: `${pick(list('140105|350503|620102|330212|220104'))}${int(1968, 2004)}${pad(int(1, 12))}${pad(int(1, 28))}${text(DIGITS, 3)}${pick([...DIGITS, 'X'])}`,
    handle: `${pick(list('pixel|noodle|byte|otter|sora|mint|qwq'))}${pick(list('_|-||x'))}${text(LOWER, int(2, 4))}${pick(['', String(int(3, 99))])}`,
  }
}
