using System.Collections.Frozen;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>
/// Writes traditional Chinese characters as the simplified ones, letter by letter: 響應時間 and 响应时间 are the same words.
/// Japanese ones become others too, in the phrases as in the text.
/// </summary>
internal static class HanScript
{
    // Each traditional character, and behind it the simplified one
    private const string Pairs =
        "萬万與与專专業业東东丟丢兩两嚴严個个臨临為为舉举義义書书買买亂乱爭争雲云產产親亲億亿僅仅從从們们價价眾众優优會会傳传傷伤偽伪體体餘余側侧偵侦儲储兒儿關关興兴養养內内冊册寫写軍军農农衝冲沖冲決决況况凍冻淨净準准減减幾几憑凭擊击劃划則则剛刚創创刪删別别劇剧辦办務务動动勵励勞劳勢势區区醫医華华協协單单賣卖衛卫卻却壓压參参雙双發发變变敘叙臺台號号嗎吗嚇吓聽听啟启員员週周響响啞哑喚唤團团圍围園园國国圖图圓圆場场壞坏塊块堅坚處处備备復复複复夠够頭头夾夹獎奖婦妇學学寧宁實实審审賓宾對对導导尋寻將将層层屬属歲岁崗岗幣币師师帳账賬账帶带幫帮庫库應应廢废開开異异棄弃張张強强歸归當当錄录徹彻徑径禦御憶忆誌志憂忧懷怀態态總总惡恶惱恼懸悬驚惊懼惧慣惯願愿戲戏戶户撲扑執执擴扩掃扫擾扰護护報报擔担擬拟擁拥擇择掛挂擋挡損损換换據据攝摄擺摆敵敌數数斷断無无舊旧時时顯显曉晓暫暂術术機机權权條条來来構构極极槍枪標标棧栈樹树樣样檔档檢检橫横歡欢殘残毀毁畢毕匯汇溝沟沒没洩泄潔洁測测瀏浏漲涨潤润漸渐溫温灣湾滿满滯滞滅灭燈灯災灾爐炉點点煉炼煩烦熱热愛爱狀状獨独獄狱環环現现癱瘫電电畫画療疗監监蓋盖盜盗盤盘碼码礎础確确礙碍禮礼離离種种積积稱称穩稳窮穷竊窃競竞筆笔簽签簡简類类糧粮緊紧紅红約约級级紀纪純纯綱纲納纳縱纵紙纸線线練练組组細细織织終终紹绍經经結结繞绕繪绘給给絡络絕绝統统繼继績绩續续維维綜综綠绿編编緩缓縮缩網网羅罗罰罚罷罢職职聯联肅肃脅胁腦脑腳脚脫脱節节範范薦荐獲获營营慮虑雖虽補补裝装規规視视覽览覺觉觸触訂订認认討讨讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识訴诉診诊詞词譯译試试話话該该詳详語语誤误說说請请諾诺讀读課课調调誰谁談谈謀谋謂谓謝谢負负貢贡財财責责敗败貨货質质貫贯購购費费資资賠赔賴赖賽赛贊赞趨趋躍跃踐践蹤踪車车轉转輪轮軟软輕轻載载較较輔辅輛辆輯辑輸输達达過过運运還还這这進进遠远違违連连遲迟選选遞递邏逻遺遗郵邮釋释裡里鑒鉴針针鐘钟鑰钥鉤钩鈕钮鏈链銷销鎖锁錯错鍵键鏡镜長长門门閉闭問问間间聞闻閱阅隊队階阶際际陸陆險险隨随隱隐難难頁页項项順顺須须顧顾預预領领頻频題题額额風风飽饱饋馈驅驱驗验駐驻駭骇騷骚齊齐齡龄潰溃飆飙滲渗竄窜濫滥曆历歷历廠厂絲丝紋纹";

    private static readonly FrozenDictionary<char, char> Simplified = Enumerable.Range(0, Pairs.Length / 2).ToFrozenDictionary(i => Pairs[2 * i], i => Pairs[(2 * i) + 1]);

    public static string Fold(string text) =>
        !text.Any(Simplified.ContainsKey) ? text : string.Create(text.Length, text, static (folded, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                folded[i] = Simplified.GetValueOrDefault(from[i], from[i]);
            }
        });
}
