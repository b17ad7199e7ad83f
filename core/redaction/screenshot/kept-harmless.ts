// What was masked before the picture was taken, and names of models and versions: harmless, whatever stands around it.
import type { Pattern } from './keep.ts'

/** What was hidden in part before the picture was taken: 138****5678, l***@qq.com, sk-Ab3d****x9Yz, 6222 **** **** 1234. */
const HIDING = '[*＊•●·✱×]'
export const MASKED = new RegExp(
  `(?<![A-Za-z0-9*])(?:(?:sk-)?[A-Za-z0-9._+-]{0,6}|\\d{3,4}\\s)(?:${HIDING}{2,}\\s?){1,4}(?:@[A-Za-z0-9.-]{3,24}(?![A-Za-z0-9])|[A-Za-z0-9]{0,4}(?![A-Za-z0-9])|(?<=${HIDING}{4})[A-Za-z0-9]{5}(?![A-Za-z0-9]))`,
  'g',
)
/** A row of stars as a reader mistakes it: 188*3987, 150.*5240, 6222*家家*3216. */
const ONE_STAR = /(?<![A-Za-z0-9*.])[A-Za-z0-9]{1,3}[*＊•●·✱×]@[A-Za-z0-9.-]{3,24}(?![A-Za-z0-9])/g
const STARS = /(?<![A-Za-z0-9.*-])\d{3,4}[ .]?[*＊•●·✱×米家][*＊•●·✱×米家. ]{0,12}\d{3,4}(?![A-Za-z0-9])/g
/** What may stand behind a model's name: claude-3.5-sonnet, qwen2.5-72b-instruct. */
const EDITION =
  'mini|nano|pro|max|plus|turbo|lite|flash|opus|sonnet|haiku|preview|vision|audio|realtime|instruct|chat|coder|reasoner|thinking|exp|latest|long|vl|omni|large|small|medium|base|dev|schnell|air|high|low|xl|hd|image|tts|embedding|search|codex|distill|it|fast|ultra|deep|research|code|math|moe|v|r|k|m|t|x'
/** 张*, **萱, 李**: as the apps themselves show who is paid. */
const MASKED_NAME =
  /(?<![\p{Script=Han}*＊])(?:[*＊○〇]{1,3}\p{Script=Han}|\p{Script=Han}[*＊○〇]{1,3}\p{Script=Han}?)(?![\p{Script=Han}*＊○〇])/gu

export const maskedValues: readonly Pattern[] = [
  [MASKED],
  [STARS],
  [ONE_STAR],
  [MASKED_NAME],
  // sk-76…iWH7: the middle left out.
  [/(?<![A-Za-z0-9-])(?:sk-|pk-)?[A-Za-z0-9]{1,6}(?:…|\.{3,}|(?<=sk-)\.{2})[A-Za-z0-9]{2,5}(?![A-Za-z0-9])/g],
  [/(?<![A-Za-z0-9])[Xx]{4,12}[ -]?\d{4}(?![A-Za-z0-9])/g],
  [/(?<![A-Za-z0-9*-])(?:\*{2,}-){1,3}\d{3,4}(?![A-Za-z0-9])/g],
]

export const namesOfThings: readonly Pattern[] = [
  [
    new RegExp(
      `(?<![A-Za-z0-9_-])(?:gpt|claude|gemini|deepseek|qwen|glm|llama|mistral|doubao|grok|dall-?e|whisper|midjourney|ernie|hunyuan|(?:kimi|flux|sora|yi)(?=-|\\s?\\d)|o[134])(?![a-z_])(?:[-. ]?(?:(?:${EDITION})(?![a-z]))?\\d{0,3}(?:\\.\\d)?[bko]?){0,6}(?:-\\d{4}-?\\d\\d-?\\d\\d)?(?![A-Za-z0-9]|-[A-Za-z0-9])`,
      'gi',
    ),
  ],
  [/(?<![A-Za-z0-9.])v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?:-(?:beta|rc|alpha)\.?\d*)?(?![0-9A-Za-z]|[.]\d)/gi],
]
