// Made-up people of this half: names in the writings of several places, where they live and how they are reached.
import type { Chance } from '../chance.ts'

const words = (text: string): string[] => text.split(' ')
const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'

const HAN = words(
  '王 李 陈 周 孙 龚 邵 覃 钱 戴 严 莫 孔 汤 温 康 施 葛 邢 齐 易 乔 伍 庞 颜 倪 庄 聂 章 翟 殷 詹 申 耿 焦 俞 左 柳 甘 祝 阮 柯 纪 童 凌 裴 霍 苗 盛 翁 骆 靳 游 欧阳 司徒 上官 诸葛',
)
const HAN_GIVEN = words(
  '建国 志强 淑芬 春梅 海燕 国栋 子涵 一诺 若曦 俊杰 天佑 永健 丹 琳 瑞 凯 帆 颖 毅 锐 倩 岚 旭 卓 晓东 文静 家乐 世杰 美玲 雨桐 沐阳 紫萱 立新 振华',
)
const TRAD = words('陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 邱 廖 賴 蘇 葉 莊 呂 梁 馮 鄧')
const TRAD_GIVEN = words(
  '怡君 雅婷 家豪 志明 淑惠 俊宏 冠宇 宗翰 佩珊 詩涵 承恩 品妤 柏翰 宥廷 嘉玲 美鳳 曉彤 詠琪 浩然 子健 慧敏 國輝',
)
const CANTON = words('CHAN WONG LEUNG CHEUNG LAM HO NG YEUNG TSANG KWOK FUNG TANG YIP MAK')
const CANTON_GIVEN = 'Siu Ming|Ka Yan|Hoi Ching|Chi Keung|Wing Sze|Tsz Kit|Mei Ling|Pak Ho|Yuen Ting|Kwok Wai'.split(
  '|',
)
const TAIWAN = words('Chen Lin Huang Chang Wu Liu Tsai Yang Hsu Cheng Hsieh Chiu')
const TAIWAN_GIVEN = words('Yi-Chun Chia-Hao Ya-Ting Chih-Ming Kuan-Yu Pei-Shan Po-Han Shih-Han Chun-Hung')
const STRAITS =
  'Tan Wei Ling|Lim Jun Hao|Ng Hui Min|Muhammad Faizal Bin Osman|Siti Aminah Binte Yusof|Rajesh s/o Kumaran|Goh Kai Xiang|Priya Nair|Ong Siew Hoon|Ahmad Danish'.split(
    '|',
  )
const PINYIN = words('Gong Shao Qian Dai Yan Tang Wen Kang Shi Ge Qiao Wu Zhuang Zhai Ouyang Situ')
const PINYIN_GIVEN = words(
  'Jianguo Zhiqiang Haiyan Guodong Zihan Ruoxi Junjie Yongjian Lin Kai Rui Xiaodong Wenjing Yutong',
)
const WEST =
  'Zoë Müller|José Álvarez|Hannah Brandt|Tom Eriksen|Siobhan O’Connor|Jean-Luc Petit|Anh Nguyen|Marek Dvorak|Layla Rahimi|Grace Okafor|Dmitri Volkov|Elena Popescu|Callum Reid|Bruna Teixeira|Hiroshi Okada|Maya Feldman'.split(
    '|',
  )
const PLACES = words(
  '天津市河西区友谊路 河南省郑州市金水区花园路 广西南宁市青秀区民族大道 安徽省合肥市蜀山区长江西路 黑龙江省哈尔滨市南岗区西大直街 江西省南昌市红谷滩区红谷中大道 贵州省贵阳市观山湖区林城东路 河北省石家庄市长安区中山东路',
)
const TAIWAN_ROADS = words(
  '台中市西屯區文心路二段 桃園市中壢區中央西路一段 台南市東區裕農路 新竹市東區光復路二段 臺北市信義區松仁路',
)
const HONG_KONG =
  'Flat B, 14/F, Tower 2, Metro Harbour View, Tai Kok Tsui, Kowloon|Rm 1207, Wah Fu Estate, Aberdeen, Hong Kong|Flat 5C, Lucky Plaza, Sha Tin, N.T.'.split(
    '|',
  )
const HONG_KONG_ZH = words('九龍觀塘鴻圖道 新界沙田大圍積信街 香港北角英皇道 九龍深水埗長沙灣道 新界荃灣青山公路')

export type Person = ReturnType<typeof personOf>

export function personOf(c: Chance) {
  const { int, pick, text } = c
  const [surname, given] = [pick(HAN), pick(HAN_GIVEN)]
  const [roman, first] = [pick(PINYIN), pick(PINYIN_GIVEN)]
  const [canton, cantonGiven] = [pick(CANTON), pick(CANTON_GIVEN)]
  const west = pick(WEST)
  const stem = `${pick([roman.toLowerCase(), text(LOWER, int(4, 7)), first.toLowerCase()])}${pick(['', '.', '-', '_'])}${pick([String(int(2, 2012)), text(LOWER, 3)])}`
  const mobile = `1${pick(words('30 32 37 45 52 55 58 73 78 82 85 87 91 98'))}${text(DIGITS, 8)}`
  const trad = pick(TRAD) + pick(TRAD_GIVEN)
  return {
    zh: surname + given,
    surname,
    given,
    /** As wallets show a payee: only the end is left. */
    starred: pick([
      `*${given.slice(-1)}`,
      `${surname}${'*'.repeat(given.length)}`,
      `${'*'.repeat(2)}${given.slice(-1)}`,
    ]),
    titled: `${surname}${pick(['先生', '女士', '总', '老师', '经理', '工'])}`,
    trad,
    tradTitled: `${trad.slice(0, 1)}${pick(['小姐', '先生', '太太'])}`,
    pinyin: `${roman} ${first}`,
    upper: pick([`${roman} ${first}`, `${first} ${roman}`, `${roman}/${first}`, `${roman}, ${first}`]).toUpperCase(),
    canton: pick([`${canton} ${cantonGiven}`, `${canton} ${cantonGiven}`.toUpperCase(), `${cantonGiven} ${canton}`]),
    cantonStarred: `${canton} ${cantonGiven[0]}*** ${cantonGiven.split(' ')[1]?.[0]}***`,
    taiwan: pick([`${pick(TAIWAN)}, ${pick(TAIWAN_GIVEN)}`, `${pick(TAIWAN_GIVEN)} ${pick(TAIWAN)}`]),
    straits: pick(STRAITS),
    west,
    westShort: `${west.split(' ')[0]} ${west.split(' ').at(-1)?.[0]}.`,
    stem,
    mail: `${stem}@${pick(words('qq.com 139.com yeah.net gmail.com outlook.com hotmail.com proton.me foxmail.com aliyun.com'))}`,
    mailAbroad: `${west
      .normalize('NFD')
      .replace(/[^a-zA-Z ]/g, '')
      .toLowerCase()
      .split(' ')
      .join(
        pick(['.', '_', '']),
      )}${pick(['', String(int(1, 99))])}@${pick(words('gmail.com yahoo.com outlook.com fastmail.com icloud.com'))}`,
    mobile,
    mobileSpaced: mobile.replace(/(\d{3})(\d{4})(\d{4})/, pick(['$1 $2 $3', '$1-$2-$3'])),
    mobileStarred: mobile.replace(/(\d{3})\d{4}/, '$1****'),
    hkPhone: `${pick(words('5 6 9'))}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    twPhone: `09${text(DIGITS, 2)}${pick(['-', ''])}${text(DIGITS, 3)}${pick(['-', ''])}${text(DIGITS, 3)}`,
    sgPhone: `+65 ${pick(['8', '9'])}${text(DIGITS, 3)} ${text(DIGITS, 4)}`,
    usPhone: `(${int(201, 989)}) ${int(201, 989)}-${text(DIGITS, 4)}`,
    home: `${pick(PLACES)}${int(2, 890)}号${pick(words('锦绣家园 金域华府 万达广场 绿城玉园'))}${int(1, 22)}栋${int(1, 3)}单元${int(2, 33)}0${int(1, 6)}`,
    homeTw: `${pick(TAIWAN_ROADS)}${int(5, 420)}號${int(2, 15)}樓${pick(['', '之1', '之3'])}`,
    homeHk: pick(HONG_KONG),
    homeHkZh: `${pick(HONG_KONG_ZH)}${int(8, 600)}號${pick(words('海怡大廈 富達中心 興業工廠大廈'))}${int(2, 28)}樓${pick(words('A B C D'))}室`,
    homeWest: `${int(3, 1900)} ${pick(['Chestnut', 'Ocean', 'Mill', 'Rue Lafayette', 'Linden'])} ${pick(['St', 'Ave', 'Blvd', 'Court'])}${pick(['', `, Apt ${int(1, 40)}`, ` #${int(2, 30)}B`])}, ${pick(['Portland, OR 97209', 'Austin, TX 78704', 'Bristol BS1 5TR', 'Vancouver, BC V6B 1A1', '75009 Paris'])}`,
    citizen: `${pick(words('120103 410105 450103 340104 230103'))}${int(1965, 2005)}${String(int(1, 12)).padStart(2, '0')}${String(int(1, 28)).padStart(2, '0')}${text(DIGITS, 3)}${pick([...DIGITS, 'X'])}`,
    handle: `${pick(words('kai neko moon rock yuki leo zz dev'))}${pick(['_', '.', ''])}${text(LOWER, int(3, 5))}${pick(['', String(int(1, 99))])}`,
  }
}
