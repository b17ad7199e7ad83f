// Writes the words of labels as people in Hong Kong and Taiwan do; some characters have two ways of writing.

/** A simplified character, and how it is written there. */
const WRITTEN =
  '业業 乡鄉 仓倉 价價 会會 储儲 内內 册冊 别別 务務 单單 发發 号號 员員 实實 宝寶 对對 币幣 帐帳賬 账帳賬 库庫 开開 录錄 总總 户戶 护護 报報 换換 数數 时時 来來 机機 栏欄 湾灣 点點 热熱 现現 电電 码碼 礼禮 称稱 积積 税稅 纳納 纹紋 线線 给給 编編 网網 联聯 认認 讯訊 记記 访訪 证證証 识識 话話 询詢 请請 调調 货貨 费費 资資 踪蹤 转轉 载載 这這 进進 递遞 邮郵 钥鑰 钱錢 银銀 链鏈 镜鏡 间間 问問 陆陸 额額 飞飛 验驗 鹅鵝 兑兌 凭憑 创創 参參 订訂 计計 系系繫 台台臺'

const writings = new Map<string, readonly string[]>(
  WRITTEN.split(' ').map((entry) => {
    const [simplified = '', ...written] = entry
    return [simplified, written] as const
  }),
)

/** Other ways to write `word`: every character in its traditional form, each way where there are two. Itself is not among them. */
export function traditional(word: string): readonly string[] {
  let ways = ['']
  for (const sign of word) {
    const written = writings.get(sign) ?? [sign]
    ways = ways.flatMap((way) => written.map((one) => way + one))
  }
  return ways.filter((way) => way !== word)
}
