// Thanks and a nod: they end a talk and ask for nothing.

const THANKS =
  /^(?:好的?|行|可以了?|收到|明白|知道了|了解|解决了|到账了|谢+谢*[您你]?[了啦]?|感谢|多谢|辛苦[了啦]?|ok(?:ay)?|thanks?(?: you)?|thx|ty|got it|great|perfect|solved|cheers|👍|🙏|👌|❤️?|😊)$/iu

/** Each part of a short message is thanks or a nod. */
export function isThanks(text: string): boolean {
  const parts = text.split(/[\s,，.。!！~～、]+/u).filter((part) => part !== '')
  const whole = parts.join(' ')
  return text.length <= 40 && parts.length > 0 && (THANKS.test(whole) || parts.every((part) => THANKS.test(part)))
}
