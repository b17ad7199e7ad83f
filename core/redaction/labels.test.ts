// Every word that announces a value does so in both ways of writing, and with whatever people put between the two.
import { describe, expect, it } from 'vitest'
import { makeScanner } from './scan.ts'
import { type Topic, topicWords } from './topics.ts'
import { traditional } from './traditional.ts'

const VALUE = 'Q7'
const scan = makeScanner([])

/** The label whose value stands at the end of the text, with the topics its word has. */
function announced(text: string): { topic: Topic; start: number } | undefined {
  const label = scan(text).page.labelAt(text.length - VALUE.length)
  return label && { topic: label.topic, start: label.start }
}

const chinese = topicWords.filter(([word]) => /^\p{Script=Han}+$/u.test(word))

describe.each(['', '：', ' ', '号', '號', '號碼', '号码：', '编号 ', '編號：', '是', '：\n'])(
  'with %j between',
  (between) => {
    it('every Chinese word of the table reaches its value', () => {
      const deaf = chinese.filter(([word]) => announced(`${word}${between}${VALUE}`) === undefined)
      expect(deaf).toEqual([])
    })
  },
)

it.each([
  ['回鄉證', 'permit'],
  ['臺胞證件', 'permit'],
  ['台胞證', 'permit'],
  ['港澳通行證', 'permit'],
  ['身份証', 'id'],
  ['實名認證', 'id'],
  ['證件號碼', 'id'],
  ['儲蓄卡', 'card'],
  ['銀行帳號', 'card'],
  ['銀行賬號', 'card'],
  ['禮品卡', 'redeem'],
  ['序列號', 'redeem'],
  ['聯繫電話', 'phone'],
  ['電子郵箱', 'email'],
  ['電郵', 'email'],
  ['支付寶訂單號', 'alipay'],
  ['轉賬單號', 'wechat'],
  ['退款單號', 'order'],
  ['賬單', 'orderish'],
  ['初始密碼', 'password'],
  ['收貨地址', 'address'],
  ['錢包地址', 'account'],
  ['真實姓名', 'person'],
  ['戶名', 'person'],
  ['工單編號', 'ticket'],
  ['實付', 'amount'],
  ['創建時間', 'time'],
  ['校驗', 'hash'],
  ['請求編號', 'request'],
] satisfies [string, Topic][])('%s announces a value of the topic %s', (word, topic) => {
  expect(announced(`${word}：${VALUE}`)).toEqual({ topic, start: 0 })
})

it('writes a word in each way there is, itself not among them', () => {
  expect(traditional('账单')).toEqual(['帳單', '賬單'])
  expect(traditional('口令')).toEqual([])
})
