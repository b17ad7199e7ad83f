// The furniture of issue templates: which headings open a part that says nothing, or little, about the trouble.

/** A heading's part counts so much; headings found in no row count as ordinary text, and so does what follows them. */
const parts: readonly (readonly [RegExp, number])[] = [
  [/预期与实际|expected (and|vs\.?) actual/, 0.9],
  [
    /实际|现象|描述|说明|详情|遇到的?问题|问题$|摘要|what happened|wrong|describe|description|summary|actual|bug (info|report)|issue$|the (problem|bug)|question/,
    1,
  ],
  [
    /须知|必读|提交前|填写前|检查|确认|checklist|checks$|read this|before (you|opening|submit)|preflight|请确保|issue 是否|code of conduct|terms/,
    0,
  ],
  [
    /日志|logs?\b|log$|output|console|报错信息|stack ?trace|debug|system info|系统信息|config|配置信息|usage 示例|error message/,
    0.1,
  ],
  [
    /环境|版本|environment|version|platform|operating system|^os\b|操作系统|browser|浏览器|desktop|smartphone|device|部署|terminal|shell|plugins?$|product$|provider|^model|claude model|regression|package|database|gpt-3|安装|install|问题(模块|范围|类型)|token 信息/,
    0,
  ],
  [/截图|screenshot|附件|attachment|recording|link$/, 0],
  [/预期|期望|希望的|expected|expect|should happen|理想/, 0.5],
  [/已经试过|尝试过|tried|troubleshooting|workaround/, 0.45],
  [/复现|重现|步骤|reproduc|^steps|如何触发/, 0.75],
  [
    /根因|原因分析|root cause|代码(定位|位置)|源码|proposed|possible fix|solution|修复(建议|方案|请求)|fix$|解决方案/,
    0.4,
  ],
  [/影响|impact|补充|其他|其它|anything else|additional|notes?$|related|关联|similar/, 0.5],
]

/** Weight of the part under a heading, or undefined where the heading itself is somebody's words. */
export const partWeight = (heading: string): number | undefined => parts.find(([name]) => name.test(heading))?.[1]

/** Lines that no person wrote about their trouble: check boxes, logs, hints of the template. */
export const noise: readonly RegExp[] = [
  /^\s*[-+*]?\s*\[[ x√✓v]?\]/i,
  /^\s*\[\/\/\]: #/,
  /^\s*[-+*]?\s*(version|版本|os|操作系统|operating system|app version|extension version|vs ?code version|os version|browser|浏览器|数据库|database|install method|安装方式|部署方式|docker|node\.?js( version)?|modes|platform|php|nginx|redis( version)?|commit)[^:：\n]{0,16}[:：]/i,
  /^\s*\|.*\|\s*$/,
  /\[e\.g\.|^\s*_no response_|^\s*n\/?a\s*$/i,
  /^\s*(\[\w{2,8}\] )?\d{4}[-/]\d\d[-/]\d\d[ t]\S*.*\b(info|warn|error|debug|get|post|\|)/i,
  /^\s*\[(gin|sys|err|info|warn|error|debug)\]/i,
  /^\s*at \S+ \(?\S+:\d+|^\s*(goroutine \d|panic:|traceback|caused by:)|\.go:\d+|\.java:\d+/i,
  /^\s*(get|post|put|patch|delete|options) \/\S+/i,
  /^\s*[{}\]]|^\s*\[\s*["{[\d]|^\s*"[^"]{1,40}"\s*:|^\s*[\w.-]+\s*[:=]\s*["'{[]/,
  /^\s*(event|data|curl|http\/\d|npm|docker|git|sudo|cd) ?[:/ ]\S*$/i,
  /^\s*[-*]?\s*(文档|说明书|docs?|documentation|使用问题|usage questions)[^:：\n]{0,40}[:：]/i,
  /请勿(删除|在)|不(遵循|接受|符合).{0,24}(issue|模板|反馈|会)|警告[:：]|会被(关闭|无视|忽略|block)|请(尽可能|填写|确保|先|附|在方括号)|(转发|计费)(类)?问题请|与本项目无关|请联系站长|提问前|方框内|如果没有的话/i,
  /template (removed|kept)|closed directly|will (try|do) our best to check|if applicable|please complete the following|remember to upload|thanks for the report|questions about a hosted|its payment channels or its refund|this tracker is for|technical support requests|pass-through|repeated abusive|select the nodes|paste the workflow|sensitive data in your workflow/i,
  /^\s*(sent from|best( regards)?|kind regards|regards|thanks?( you)?|cheers|dear .{0,40}|hi( there| team)?|hello( .{0,24})?)[,.!，。]?\s*$/i,
]
