/** What sentences of a language are put together from; every list has at least one part. */
export interface Phrases {
  readonly language: "en" | "zh-Hans";
  readonly interviewer: string;
  /** Between a label and what is said. */
  readonly colon: string;
  /** Between two sentences. */
  readonly space: string;
  readonly families: readonly string[];
  readonly given: readonly string[];
  readonly fullName: (given: string, family: string) => string;
  readonly roles: readonly string[];
  readonly subjects: readonly string[];
  readonly sections: readonly string[];
  readonly questions: readonly string[];
  readonly openings: readonly string[];
  readonly actors: readonly string[];
  readonly deeds: readonly string[];
  readonly things: readonly string[];
  readonly reasons: readonly string[];
  readonly sentence: (opening: string, actor: string, deed: string, thing: string, reason: string) => string;
  readonly title: (subject: string, number: number) => string;
  /** A sentence with the word that the benchmark changes. */
  readonly mark: (word: string) => string;
}

/** English, about fictional people who mend, keep and measure things. */
export const english: Phrases = {
  language: "en",
  interviewer: "Interviewer",
  colon: ":",
  space: " ",
  families:
    "Abernall Brackwater Corvell Dunmarsh Ellerby Fenwhistle Garrow Holtby Ingledew Jessamy Kettleworth Larkham Merrivale Northgate Ollerton Penhale Quillan Ravensby Sedgeley Tarrant Umberly Vellacott Wexcombe Yarrowby Ashgrove Bellweather Cressing Dawlish Everdon Foxcote Greenhalt Hartsop Islewood Jarrowby Kelmscote".split(
      " ",
    ),
  given:
    "Adela Bram Cosima Doro Edda Fitch Greta Hollis Imre Jutta Kasimir Linnea Moss Nerys Odo Perrin Quenby Rosalind Stellan Thea Ursel Vesna Wilmot Xanthe Ysolde Zeno Alaric Betony Caspar Delphine Emeric Flora Gideon Hesper Isolde Jory".split(
      " ",
    ),
  fullName: (given, family) => `${given} ${family}`,
  roles: [
    "keeper of the harbour light",
    "head of the bridge workshop",
    "archivist of the weather books",
    "owner of the night bakery",
    "warden of the upper meadows",
    "teacher of knots",
    "clerk of the ferry office",
    "tuner of bells",
  ],
  subjects: [
    "the winter ferry",
    "a library under the arches",
    "the last slate quarry",
    "maps for walkers",
    "the glass orchard",
    "clocks that run slow",
    "the seed room",
    "bread for the early shift",
    "the tide mill",
    "a school on the hill",
  ],
  sections: [
    "How it began",
    "What stood in the way",
    "The work itself",
    "Who was missing",
    "What the winter taught",
    "After the first year",
    "Money and time",
    "What comes next",
  ],
  questions: [
    "What did you alter first, and how did you know that it was the right thing?",
    "Who told you that it could not be done?",
    "Which day do you remember when you think of that year?",
    "What would you leave out if you had to start once more?",
    "How do you explain it to somebody who comes by for the first time?",
    "What is the least noticed part of the work?",
    "When did you last change your mind about it?",
  ],
  openings: [
    "In the first spring",
    "On most evenings",
    "As far as I can tell",
    "Long before the repairs",
    "With two helpers and a cart",
    "Since the old bridge closed",
    "Whenever the river rose",
    "Without asking anybody",
    "By the time of the harvest",
  ],
  actors: [
    "the morning crew",
    "my neighbour from the lock",
    "everybody in the long house",
    "the two apprentices",
    "our small committee",
    "the people on the east bank",
    "a cousin of the miller",
    "the whole lower street",
  ],
  deeds: [
    "mended",
    "counted",
    "carried home",
    "painted twice",
    "took apart",
    "borrowed",
    "wrote down",
    "gave away",
    "fetched",
  ],
  things: [
    "the wooden shutters",
    "a ledger of rainy days",
    "forty lanterns",
    "the spare ropes",
    "every second chair",
    "the recipe for dark varnish",
    "the keys to the boathouse",
    "a box of brass screws",
    "the long table",
  ],
  reasons: [
    "and nobody has complained since",
    "because the damp would have taken it otherwise",
    "so that the children could reach it",
    "although the accounts said something else",
    "while the rest of us held the ladder",
    "which is why the door still sticks",
    "and we have kept it so to this day",
    "before anyone had thought of a name for it",
  ],
  sentence: (opening, actor, deed, thing, reason) => `${opening}, ${actor} ${deed} ${thing}, ${reason}.`,
  title: (subject, number) => `Talking about ${subject}, no. ${number}`,
  mark: (word) => `We had a word for it, ${word}, and used it daily.`,
};

/** Chinese, of the same kind. */
export const chinese: Phrases = {
  language: "zh-Hans",
  interviewer: "记者",
  colon: "：",
  space: "",
  families:
    "江 沈 陆 顾 钟 温 柳 岑 邵 祁 穆 闻 乔 骆 盛 裴 简 池 游 卓 费 项 祝 薄 凌 丰 井 齐 安 蓝 程 虞 阮 聂 龚 焦 褚".split(
      " ",
    ),
  given:
    "望舒 知秋 听澜 若谷 行舟 怀瑾 拾光 青禾 慕云 有容 见山 临溪 牧之 清越 长风 念慈 守拙 静姝 以宁 南星 雁回 司晨 采薇 子衿 疏影 鹤鸣 星野 半夏 闻笛 问渠 松年 晚照 渡川 小满 谷雨 初霁".split(
      " ",
    ),
  fullName: (given, family) => family + given,
  roles: [
    "灯塔看守人",
    "古桥修缮队队长",
    "渡口管理员",
    "夜间面包房掌柜",
    "山地气象观测员",
    "乡村图书室主任",
    "水磨坊传承人",
    "钟表修理铺师傅",
  ],
  subjects: [
    "冬天的渡船",
    "桥洞里的图书室",
    "最后一座采石场",
    "给步行者的地图",
    "玻璃果园",
    "走得慢的钟",
    "种子仓库",
    "清晨的面包",
    "潮汐磨坊",
    "山顶小学",
  ],
  sections: [
    "缘起",
    "遇到的难处",
    "日常的活计",
    "缺席的人",
    "冬天教会的事",
    "一年以后",
    "时间与账目",
    "往后的打算",
  ],
  questions: [
    "您最先改动的是什么，又怎么知道改对了？",
    "当时有谁说这件事做不成？",
    "回想那一年，您最先记起的是哪一天？",
    "如果重新来过，您会省去哪一步？",
    "第一次来的人，您怎么向他解释？",
    "这份工作里最不起眼的部分是什么？",
    "您上一次改变看法是什么时候？",
  ],
  openings: [
    "头一个春天",
    "多半的傍晚",
    "照我看来",
    "修缮开始以前",
    "带着两个帮手和一辆板车",
    "老桥封闭以后",
    "每逢河水上涨",
    "没有同谁商量",
    "到了收获的时节",
  ],
  actors: [
    "早班的几个人",
    "船闸边的邻居",
    "长屋里的人家",
    "两个学徒",
    "我们的小组",
    "东岸的住户",
    "磨坊主的表亲",
    "整条下街的人",
  ],
  deeds: ["修好了", "清点了", "搬回了", "刷过两遍", "拆开了", "借来了", "抄下了", "送出了", "重新量过"],
  things: [
    "那些木窗板",
    "一本雨天的账簿",
    "四十盏灯笼",
    "备用的缆绳",
    "半数的椅子",
    "调黑漆的方子",
    "船屋的钥匙",
    "一盒黄铜螺丝",
    "那张长桌",
  ],
  reasons: [
    "此后再没有人抱怨",
    "不然潮气会把它毁掉",
    "好让孩子们够得着",
    "虽然账上写的是另一回事",
    "其余的人就在下面扶着梯子",
    "所以那扇门到现在还有些涩",
    "这个做法一直留到今天",
    "那时还没有人给它起名字",
  ],
  sentence: (opening, actor, deed, thing, reason) => `${opening}，${actor}${deed}${thing}，${reason}。`,
  title: (subject, number) => `谈谈${subject}（之${number}）`,
  mark: (word) => `我们管它叫 ${word} ，天天都用。`,
};
