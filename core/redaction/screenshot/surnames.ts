// The family names of people who write Chinese: in signs of simple writing, as every line is read, and in letters as several tongues spell them.

/** The commonest hundred: most people have one of them. */
export const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

/** Rarer ones that are no everyday words. */
const RARER =
  '温关梅成阮桂申詹欧辛翁聂章鲁葛毕裴倪骆祝焦盛柴古甘柯穆游殷施卓蓝包常康尚柳洪安齐伍庞颜庄岳左童涂谷兰芦喻俞蒲牛耿邢樊习尤岑简凌管霍饶易曲乔赖文纪屈卞季裘缪牟佟尉宁苗凤冉卫冷娄巩晏阎靳麦冼邬阙漆滕桑蔺虞竺荀窦巫宗宣邰郁祁湛栾甄奚景翟苟苑鄢谌瞿佘戚茅鞠敖冀晁匡狄隋褚帅闵华连费'

/** Of two signs. */
export const DOUBLE = '欧阳|司马|上官|诸葛|夏侯|皇甫|公孙|慕容|司徒|令狐|南宫|宇文|尉迟|端木'

/** Every family name of one sign that is known here. */
export const FAMILY = SURNAMES + RARER

/** Of one sign or two. */
export const FAMILIES: ReadonlySet<string> = new Set([...FAMILY, ...DOUBLE.split('|')])

/** In letters: Mandarin, Cantonese, Hokkien; and of neighbours whose given names follow too. */
export const ROMAN =
  'Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Zhou|Wu|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Gao|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Yuan|Pan|Jiang|Cai|Yu|Du|Ye|Cheng|Su|Wei|Lu|Ding|Ren|Shen|Yao|Cui|Zhong|Tan|Fan|Jin|Liao|Jia|Xia|Fu|Fang|Zou|Qin|Chan|Wong|Leung|Cheung|Lam|Ho|Ng|Yeung|Tsang|Kwok|Fung|Yip|Mak|Lau|Chow|Tse|Kwan|Lee|Lim|Goh|Ong|Teo|Koh|Chua|Toh|Seah|Sim|Shao|Zhai|Qi|Kong|Kang|Meng|Bai|Qiu|Hou|Long|Wan|Duan|Lei|Qian|Yin|Chang|Qiao|Lai|Gong|Mao|Hao|An|Shi|Gu|Mo|Niu|Ji|Geng|Zhan|Ou|Ni|Pang|Yan|Shu|Bao|Xue|Nie|Hong|Ruan|Mei|Lan|Ling|Situ|Ouyang|Shangguan|Tsai|Hsu|Hsieh|Kuo|Chiu|Tseng|Hung|Chuang|Yeh|Shih|Hsiao|Chiang|Chien|Hsueh|Tsao|Tung|Lu|Chung|Tam|Cheuk|Kwong|Siu|Ko|Poon|Lok|Hui|Mok|Yiu|Szeto|Au|Shum|Tong|Yuen|Kan|Fok|Luk|Pun|Lui|Nguyen|Tran|Pham|Kim|Park|Choi'
