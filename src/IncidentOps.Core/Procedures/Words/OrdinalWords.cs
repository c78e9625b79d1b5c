using System.Collections.Frozen;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>The words that count: "Phase 1", "Schritt 2", "Scénario 3", "Уровень 2", each with what it counts.</summary>
internal static class OrdinalWords
{
    /// <summary>All of them, for the pattern of a heading that begins so.</summary>
    public const string Pattern =
        "phase|step|stage|scenario|type|typ|tipo|playbook|sop|runbook|procedure|incident|case|issue|problem|failure mode|fehlerfall|störfall|störung|template|appendix|annex|annexe|anexo|apêndice|apéndice|anhang|anlage|allegato|appendice|bijlage|załącznik|příloha|bilaga|vedlegg|bilag|liite|ek|приложение|додаток|phụ lục|phu luc|lampiran|付録|附录|附錄|부록|level|tier|part|section|chapter|"
        + PhasePattern + "|" + StepPattern + "|" + ScenarioPattern + "|" + LevelPattern;

    /// <summary>The levels, for the pattern of a text that begins so.</summary>
    public const string LevelPattern =
        "stufe|ebene|niveau|nivel|nível|livello|poziom|úroveň|uroven|nivå|niva|taso|seviye|kademe|уровень|рівень|cấp độ|cấp|cap|mức|muc|tingkat|المستوى|مستوى|レベル|级别|級別|等级|等級|레벨|층위";

    /// <summary>"Primo livello", "zweite Ebene": which one it is, written out before it.</summary>
    public const string CountPattern =
        "primo|secondo|terzo|quarto|prim[ae]|second[ae]|terza|primer|primera|segund[oa]|tercer|tercera|cuart[oa]|primeir[oa]|terceir[oa]|quart[oa]|premier|première|deuxième|troisième|quatrième|erste|zweite|dritte|vierte|eerste|tweede|derde|vierde|pierwszy|drugi|trzeci|czwarty|перв(?:ый|ая)|втор(?:ой|ая)|трет(?:ий|ья)|четв[её]рт(?:ый|ая)|birinci|ikinci|üçüncü";

    /// <summary>The numbers that are written out, from one on, for a pattern.</summary>
    public const string NumberPattern = "one|two|three|four|five|six|seven|eight|nine|ten";

    private static readonly string[] Numbers = NumberPattern.Split('|');

    /// <summary>2 for "two" and "Two"; null for what is no such word.</summary>
    public static int? Number(string word) => Array.FindIndex(Numbers, number => number.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + 1 : null;

    private const string PhasePattern =
        "fase|étape|etape|etapa|этап|фаза|стадия|стадія|フェーズ|段階|階段|阶段|階段|단계|المرحلة|مرحلة|giai đoạn|giai doan|tahap|tahapan|aşama|asama|faz|faza|etap|fáze|faze|fas|vaihe|етап|фаза";

    private const string StepPattern =
        "schritt|paso|passo|шаг|ステップ|手順|步骤|步驟|bước|buoc|langkah|adım|adim|krok|steg|trin|stap|крок|الخطوة|خطوة|절차";

    private const string ScenarioPattern =
        "خطة الطوارئ|السيناريو|سيناريو|시나리오|シナリオ|ケース|场景|場景|情境|情景|案例|сценарий|szenario|scénario|escenario|cenário|cenario|cas|caso|kịch bản|kich ban|tình huống|tinh huong|skenario|senaryo|scenariusz|scénář|scenar|scenarie|skenaario|сценарій";

    private static readonly FrozenSet<string> Phases = Set("phase|step|stage", PhasePattern, StepPattern);

    private static readonly FrozenSet<string> Steps = Set("step", StepPattern);

    private static readonly FrozenSet<string> Scenarios = Set("failure mode|fehlerfall|störfall|scenario|playbook|sop", ScenarioPattern);

    private static readonly FrozenSet<string> Levels = Set("level|tier", LevelPattern, "级|級|レベル");

    /// <summary>"Phase 1", "Schritt 2": it counts phases or steps.</summary>
    public static bool IsPhase(string? word) => word is not null && Phases.Contains(word);

    public static bool IsStep(string? word) => word is not null && Steps.Contains(word);

    public static bool IsScenario(string? word) => word is not null && Scenarios.Contains(word);

    public static bool IsLevel(string? word) => word is not null && Levels.Contains(word);

    private static FrozenSet<string> Set(params string[] patterns) => patterns.SelectMany(pattern => pattern.Split('|')).ToFrozenSet(StringComparer.Ordinal);
}
