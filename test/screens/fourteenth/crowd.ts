// Made-up people of this half: what they are called in each place, and how they are reached.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const list = (text: string): readonly string[] => text.split(' ')

const FAMILY = list(
  '梁 宋 唐 许 韩 冯 邓 程 袁 于 余 叶 蒋 杜 苏 魏 吕 丁 任 沈 卢 姜 谭 汪 金 诸葛 上官 司徒 乔 贺 龚',
)
const GIVEN = list('梓涵 志强 丽娟 文博 欣妍 国栋 晓燕 宇航 秀兰 子墨 海涛 婷婷 凯 思琪 鹏飞 红梅 一鸣 洁 佩玲 立新')
const NICKS = list(
  '橘子汽水 阿May 深夜敲代码 南方有鱼 Kevin_L 云上漫步 老王同学 momo酱 搬砖小能手 z.y.x 九月的风 摸鱼达人007 小鹿乱撞~ Echo 静待花开 木子李',
)
const TAIWAN = list('張家瑋 黃怡婷 劉柏均 謝佳穎 許志豪 王郁雯 周子翔 葉思妤 江承恩 賴筱涵 蘇建宏 司馬懿君')
const HONGKONG: readonly string[] = [
  'LEE KA HO,李家豪',
  'CHEUNG SIU MAN,張小敏',
  'HO CHI WAI,何志偉',
  'TSANG MEI YEE,曾美儀',
  'NG WING SZE,吳詠詩',
]
const WORLD: readonly string[] = [
  'Hannah Fischer',
  'Marcus Bell',
  'Ananya Gupta',
  'Luca Moretti',
  'Chloe Dubois',
  'Tariq Hussain',
  'Ewa Kowalska',
  'Jonas Berg',
  'Amara Nwosu',
  'Diego Fuentes',
  'Rachel Kim',
  'Patrick O’Neill',
  'Yuki Mori',
  'Leah van Dijk',
  'Sam Rivers',
  'Victoria Chan',
]
const HOMES: readonly string[] = [
  '江苏省苏州市工业园区星湖街328号创意产业园5幢402',
  '山东省青岛市市北区台东一路61号3单元1102室',
  '重庆市渝北区龙溪街道新溉大道18号2栋12-4',
  '湖南省长沙市岳麓区麓谷街道文轩路27号麓谷钰园B4栋709',
  '上海市浦东新区张江镇晨晖路88弄12号603室',
  '河南省郑州市金水区花园路39号院6号楼2单元东户',
]
const STREETS: readonly string[] = [
  '218 Birchwood Ave, Columbus, OH 43215',
  '14B Canal Walk, Manchester M3 4EN',
  '77 rue des Lilas, 75020 Paris',
  '1903 Juniper Ct, Apt 5, Denver, CO 80203',
  'Lindenweg 8, 50674 Köln',
  '33 Tanjong Pagar Rd #09-12, Singapore 088461',
]
const FIRMS: readonly string[] = ['quietriver.io', 'tallpine.studio', 'mosslab.ai', 'fernandpartners.com']

export type Folk = ReturnType<typeof folkOf>

export function folkOf({ int, pick, text }: Chance) {
  const zh = `${pick(FAMILY)}${pick(GIVEN)}`
  const west = pick(WORLD)
  const words = west
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  const [first = 'a', last = 'b'] = [words[0], words.at(-1)]
  const [roman = '', harbour = ''] = pick(HONGKONG).split(',')
  const mobile = `1${pick(list('35 37 39 50 52 55 58 73 78 80 83 87 89 91 98'))}${text(DIGITS, 8)}`
  return {
    zh,
    west,
    first: west.split(' ')[0] ?? west,
    tw: pick(TAIWAN),
    roman,
    harbour,
    nick: pick(NICKS),
    starred: `${zh.slice(0, -1).replace(/./gu, '*')}${zh.slice(-1)}`,
    title: `${zh.slice(0, 1)}${pick(list('先生 女士 老板'))}`,
    mobile,
    mobileGapped: `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`,
    mobileStarred: `${mobile.slice(0, 3)}****${mobile.slice(7)}`,
    twPhone: `09${text(DIGITS, 2)}-${text(DIGITS, 3)}-${text(DIGITS, 3)}`,
    hkPhone: `${pick(list('5 6 9'))}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    usPhone: `+1 (${int(201, 989)}) ${int(200, 999)}-${text(DIGITS, 4)}`,
    mail: `${pick([text(DIGITS, int(8, 10)), `${text(SMALL, int(4, 7))}${int(80, 2005)}`, `${text(SMALL, 3)}_${text(SMALL, 4)}`])}@${pick(list('qq.com 163.com foxmail.com 126.com gmail.com yeah.net outlook.com'))}`,
    twMail: `${text(SMALL, int(5, 8))}${int(1, 999)}@${pick(list('gmail.com yahoo.com.tw hotmail.com icloud.com'))}`,
    post: `${pick([`${first}.${last}`, `${first}${int(1, 99)}`, `${first.slice(0, 1)}.${last}`, `hello.${last}`, `${last}_${first}`])}@${pick(list('gmail.com outlook.com proton.me yahoo.com icloud.com fastmail.com'))}`,
    work: `${pick([first, `${first}.${last}`, 'billing', 'accounts'])}@${pick(FIRMS)}`,
    login: `${pick([`${first}${int(10, 9999)}`, `${text(SMALL, int(4, 6))}_${text(SMALL, 3)}`, `${last}-dev`, `linuxdo_${int(1000, 99999)}`, `github_${int(10, 9999)}`])}`,
    home: pick(HOMES),
    street: pick(STREETS),
  }
}
