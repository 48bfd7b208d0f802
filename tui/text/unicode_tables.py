"""What Unicode says of characters that look like others, or like nothing.

Made by ``scripts/make_lookalikes.py`` from data of Unicode (© Unicode, Inc., https://www.unicode.org/license.txt):

* EquivalentUnifiedIdeograph.txt 15.0.0
* DerivedCoreProperties.txt 15.0.0
* Unihan_Variants.txt.bz2
* confusables.txt 13.0.0
"""
# ruff: noqa: E501 - that they look alike is what the tables are about

from __future__ import annotations

from typing import Final

RADICALS: Final = {
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪": "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔",
    "⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒": "目示礻𥫗糹糹罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西見角𧢲訁貝𧾷車辶辶辶邑釒長镸",
    "⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲": "長門𨸏阝雨青韋頁风飛食𩙿飠飠𩠐馬骨鬼魚鳥鹵麦黄黾斉齊歯齒竜龍龜亀",
}
"""Radicals that NFKC leaves as they are: character by character what each looks like."""
SIGNS: Final = {
    "`·˂˃˄˗˳˴˸՚՝։\u05c3\u05f3\u060d\u066b\u066d\u06d4\u0701\u0702\u0703\u0704᐀᛫᛬᛭᜵᠃᠉‐‒–—‘’‚‛•‧′": "'・<>^-。':''::',,*-..::=・:+/::---―'','・・'",
    "‵‹›⁁⁃⁄⁎⁓⁚∎−∕∖∗∘∙∶∼≣⋀⋂⋄⋅⌾─━┃┏┣╱█◊○◠◦☐♢❨❩❬": "'<>/-/*~:■-/\\*°・:~≡∧∩◇・◎――│┌├/■◇°⌒°□◇()〈",
    "❭❮❯❲❳❴❵➕➖➗⟂⟋⟍⟨⟩⦾⧵⧸⧹⸦⸧⸪⸫⸰⸱⸿⹀〔〕゠㇐㇓㇔㇛꓿꘎꞉﴾﴿𐄁": "〉<>(){}+-÷⊥/\\〈〉◎\\/\\⊂⊃∵∴°・¶=()=―/\\〈=.:()・",
    "\U00010a50𝄔𝈏𝈔𝈗𝈜𝈶𝈷𝈺𝈻𝉅🜄🝔": ".{\\▽∀⊥<>/\\∩▽◇",
}
"""Punctuation and signs: character by character what each looks like."""
LETTERS: Final = {
    "IOl|×ĔĕģĬĭıŎŏŐƄƅƍƎƖƦƧƩƫƷƼƽƿǀǃǍǎǓǔǦǧȚțȜȢȣ": "1011xĚěǵǏǐiǑǒÖbьg∃1R2Σţ35sþ1!ĂăŬŭĞğŢţ388",
    "ȦȧɁɅɑɛɜɡɣɩɪɯɲɸʃʋʍʏʔʙʜʹʻʼʽʾˆˈˊˋːͶͷͿΑΒΕΖΗΙ": "Åå?Λaεзgyiiwņφ∫uмy?вн'''''^''':ИиJABEZH1",
    "ΚΜΝΟΡΤΥΧαβγικνορσυϛϜϨϳϷϸϺЅІЈЍАВГЕЗКЛМНОП": "KMN0PTYXaßyiĸvopouςF2jÞþMS1JЙABΓE3KΛMH0Π",
    "РСТУФХЬабгекопрстуфхєѕіјѝѡѰѱѴѵҮүһҽӀӏӠԁԌԑ": "PCTYΦXba6reĸoπpcτyφxεsijйwΨψVvYyhe1i3dGε",
    "ԛԜԝՈՍՏՓՕագզծհոռսցքօ\u05c0\u05d5\u05d8\u05d9\u05df\u05e1\u0627\u0629\u0647\u0660\u0661\u0665\u0667\u0668\u06be\u06c1\u06c3\u06d5۰۱۵": "qWw∩USΦ0wqqδhnnugfo11v'1o1öo.1oVΛooöo.1o",
    "۷۸\u07c0\u07ca\u07f4\u07f5\u07fa\u0903०ॽ০৪৭੦੧੪\u0a83૦\u0b03ଠ୦୨௦\u0c02౦\u0c82೦\u0d02ഠ൦൭\u0d82๐໐࿖ဝ၀ყჿᅳ": "VΛ01''_:o?089o98:o8009oooooooo9ooo卍ooyo―",
    "ᅵሀቀበዐᎠᎡᎢᎥᎩᎪᎫᎬᎮᎱᎳᎷᎻᎽᎿᏀᏂᏃᏎᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏮᏰᏳᏴᏼ": "丨UΦ∩0DRTiYAJE?ΓWMHYţGhZ4bRWSVSLCPKd6ßGBв",
    "ᐃᐧᐯᐱᐳᐸᑊᑌᑎᑐᑕᑭᑯᑲᒍᒥᒪᒿᕁᕷᕼᕽᖇᖯᖴᗄᗅᗞᗪᗰᗷᘯᘵ᙭᙮ ᚲᚷᛁᛌ": "Δ・VΛ><'U∩⊃⊂PdbJΓL2xδHxRbF∀ADDMBΩΩXx <X1'",
    "ᛏᛕᛖᛘᛜᛰᴄᴈᴋᴍᴎᴏᴑᴙᴛᴜᴠᴡᴢᴦᴨᴫᶃᶌẝẟỿ  ₤€₸℈℮∆∏∑∣∨∪": "↑KMΨ◇Φcзĸмиooяτuvwzrπлgyfδy  £Є〒ЭeΔΠΣ1vU",
    "⊤⋁⋃⋴⋿⍥⍳⍴⍵⍺⎜⎟⎢⎥⎪⎮⏽╳△⟙⤫⤬⨯ⱯⲄⲅⲆⲈⲉⲎⲒⲔⲕⲖⲘⲚⲞⲟⲠⲢ": "TvUεEöipωa丨丨丨丨丨丨1XΔTxxx∀ΓrΔЄεH1KĸλMN0oΠP",
    "ⲣⲤⲥⲦⲨⲪⲫⲬⲭⲮⲱⲺⲼⲽⳆⳊⳌⳐⳒⴷⴸⴹⴺⵉⵏⵑⵔⵕⵝⵠ⸹⺃⺅⺉⺎⺏⺐⺒⺓⺔": "pCcTYΦφXχΨω-Шш/93L6ΛVE∃Σ1!0QXΔδ乚イ刂兀尣尢巳幺彑",
    "⺖⺘⺙⺛⺠⺡⺢⺣⺤⺨⺫⺭⺱⺲⻁⻂⻄⻌⻍⻏⻑⻒⻖⻘⻝⻤⻨⻩⻫⻭⻯⻲〇〳くノヘー㇑㇚": "忄扌攵旡民氵氺灬爫犭罒礻罓罒虎衤西辶辶阝長镸阝青食鬼麦黄斉歯竜亀0/〈/へ―丨亅",
    "㇟㇠㩁㬵㬺䑃䚶一丶丿二亻倂值八力卜口啟囗填士壿夕媯工帡戶晚朌朘柿溈硏絕胐脁腁蒍蘷": "乚乙搉胶幐朦訞―\\/ニイ併値ハカトロ啓ロ塡土墫タ嬀エ帲戸晩肦脧杮潙研絶朏朓胼蔿虁",
    "讆豜趆跺躗軿郞鎮隸黑ꓐꓑꓒꓓꓔꓕꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓥꓦꓧꓪꓫꓬꓮꓯꓰꓱꓲꓳꓴ": "讏豣赿跥躛輧郎鎭隷黒BPdDT⊥GKJCZFMNLSRΛVHWXYA∀E∃10U",
    "ꓵꓸꓹꓽꙄꙇꙍ꙾ꚡꛎꛛꛟꛫꛯꜱꝚꝪꝮꝸꞌꞏꞒꞓꞘꞙꞟꞫꞱꞲꞳꞴꞵꞷꟷꬲꬵꬽꭇꭈꭍ": "∩.,:2iωˇИΛΠV?2s239&'・ЄεFfu3⊥JXBßω―eforr∫",
    "ꭎꭒꭓꭕꭚꭠꭲꭵꮁꮃꮇꮋꮓꮛꮟꮩꮪꮯꮶ𐊂𐊅𐊆𐊇𐊊𐊍𐊐𐊒𐊔𐊕𐊖𐊗𐊛𐊠𐊡𐊢𐊣𐊥𐊫𐊰𐊱": "uuχχyљτirwмнzεьvscĸBΔEF1ΛX0◇PST+ABCΔF0MT",
    "𐊲𐊳𐊴𐊵𐊶𐊼𐋏𐋵𐌁𐌂𐌉𐌑𐌕𐌗𐌚𐌟𐌠𐌢𐐄𐐕𐐛𐐠𐐥𐐩𐐬𐐽𐑈𐑍𐒰𐒴𐓂𐓄𐓍𐓎𐓑𐓒𐓛𐓪𐓶𐓹": "YΦXΨΩ▽HZBC1MTX8*1X0CLSИεocsиΛR0ÞЋUΨ7λouψ",
    "𐔓𐔖𐔘𐔜𐔝𐔥𐔦𐔧𑓐𑜆𑜊𑜎𑜏𑢠𑢢𑢣𑢤𑢦𑢨𑢩𑢬𑢮𑢯𑢲𑢵𑢷𑢸𑢻𑢼𑣀𑣁𑣂𑣃𑣄𑣆𑣈𑣊𑣌𑣎𑣕": "N0KCVFLX0vwwwVFLYE∇Z9E4L0◇U5TvsFiz7o39ε6",
    "𑣖𑣗𑣘𑣜𑣠𑣥𑣦𑣩𑣬𑣯𑣲𖼇𖼈𖼊𖼖𖼚𖼨𖼵𖼺𖼻𖼽𖼿𖽀𖽂𖽃\U00016f51\U00016f52\U0001d16d𝈆𝈋𝈍𝈒𝈓𝈖𝈪\U0001e8c7\U0001e8c8\U0001e8cb\U0001e8cc🜂": "9ouy0ZWCXWCΓVTLΔ1RS3Λ>AUY''.3ИV7FRL1∠8∂Δ",
    "🝌🝨𡿨": "CT〈",
}
"""Letters and figures: character by character what each looks like."""
UNSEEN: Final = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180D),
    (0x180E, 0x180E),
    (0x180F, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2065, 0x2065),
    (0x2066, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0000),
    (0xE0001, 0xE0001),
    (0xE0002, 0xE001F),
    (0xE0020, 0xE007F),
    (0xE0080, 0xE00FF),
    (0xE0100, 0xE01EF),
    (0xE01F0, 0xE0FFF),
)
"""First and last of each run of characters that no program need draw."""
