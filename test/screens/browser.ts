// Renders pages in a headless Chromium over its debugging socket: the picture, and the boxes of what is marked.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Box = {
  readonly mark: 'secret' | 'keep' | 'code'
  readonly kind: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
export type Rendered = { readonly png: Buffer; readonly boxes: readonly Box[] }

/** Runs in the page: one box for each line of each marked text, in device pixels. */
const measure = (ratio: number): string => `(async () => {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  const boxes = []
  const add = (mark, kind, text, r) => boxes.push({ mark, kind, text, x: r.x * ${ratio}, y: r.y * ${ratio}, w: r.width * ${ratio}, h: r.height * ${ratio} })
  for (const [mark, name] of [['secret', 'secret'], ['keep', 'keep']]) {
    for (const node of document.querySelectorAll('[data-' + name + ']')) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const r of range.getClientRects()) if (r.width > 1) add(mark, node.dataset[name], node.textContent, r)
    }
  }
  for (const image of document.images) add('code', 'code', '', image.getBoundingClientRect())
  return { boxes, height: Math.ceil(document.documentElement.getBoundingClientRect().height) }
})()`

export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'screens-'))
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]
  const child = spawn('chromium', [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /ws:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.on('exit', () => reject(new Error('chromium ended')))
  })
  const targets = (await (await fetch(`http://${new URL(address).host}/json/list`)).json()) as {
    type: string
    webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '')
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  let asked = 0
  const waiting = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve) => {
      waiting.set(++asked, (result) => resolve(result as T))
      socket.send(JSON.stringify({ id: asked, method, params }))
    })

  return {
    async render(html: string, width: number, ratio: number, leastHeight: number): Promise<Rendered> {
      const size = (height: number) =>
        send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: ratio, mobile: false })
      await size(leastHeight)
      const { frameTree } = await send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
      await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
      const ask = () =>
        send<{ result: { value: { boxes: Box[]; height: number } } }>('Runtime.evaluate', {
          expression: measure(ratio),
          awaitPromise: true,
          returnByValue: true,
        })
      const first = await ask()
      await size(Math.max(leastHeight, first.result.value.height))
      const { boxes } = (await ask()).result.value
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' })
      return { png: Buffer.from(data, 'base64'), boxes }
    },
    close(): void {
      socket.close()
      child.kill()
      child.on('exit', () => rmSync(profile, { recursive: true, force: true }))
    },
  }
}
