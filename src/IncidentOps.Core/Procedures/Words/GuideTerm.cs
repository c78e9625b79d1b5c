namespace IncidentOps.Core.Procedures.Words;

/// <summary>What a word in running text speaks of.</summary>
internal enum GuideTerm
{
    None,

    /// <summary>Somebody who can be called: "Teamleiter", "дежурный инженер".</summary>
    Person,

    /// <summary>The head of a column that holds what people are called.</summary>
    Name,

    /// <summary>What is done after a fix: watching.</summary>
    Monitor,

    PostMortem,

    /// <summary>Telling people how it goes.</summary>
    Update,

    /// <summary>What has gone wrong: "Vazamento", "ausgefallen", "障害".</summary>
    Trouble,

    /// <summary>What stands where nobody has written anything yet: "à compléter", "未定".</summary>
    Blank,
}
