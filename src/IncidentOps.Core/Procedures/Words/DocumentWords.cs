using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>What documents say of themselves.</summary>
internal static partial class DocumentWords
{
    /// <summary>True for "Version", "Last Updated", "Owner": labels about the document, not about incidents.</summary>
    public static bool IsMetadata(string label) => Metadata().IsMatch(label.Trim());

    /// <summary>True for "Note", "Remember", "Important": what follows is said to the reader in passing.</summary>
    public static bool IsAside(string label) => Aside().IsMatch(label.Trim());

    [GeneratedRegex(@"^(?:note|notes|remember|important|warning|tip|caution|action required|required action|disclaimer|hinweis|nota|attention|remarque|legend|legende|légende|leyenda|legenda|key|todo|注意|备注)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"^(?:document |doc |plan |policy |runbook )?(?:version|id|owner|status|classification|author|title|number|approver|control|history)s?$|^(?:last |next |date |effective |created|updated|approved|reviewed|maintained|prepared|revision|review)\b.*|^(?:date|created|updated|reviewed|audience|revision|maintainers?|related (?:documents?|docs|documentation|links)|see also|siehe auch|voir aussi|véase también|ver también|veja também|zie ook|erstellt|stand|genehmigt(?: von| durch)?|freigegeben|nächste (?:überprüfung|prüfung|revision)|letzte (?:aktualisierung|änderung|überprüfung)|gültig ab|dokument-?id|autor(?:in|e|a)?|auteur|dernière (?:mise à jour|révision)|prochaine (?:révision|revue)|propriétaire|propietario|proprietário|(?:documento )?mantido por|approuvé par|última (?:actualización|revisión|atualização)|ultimo aggiornamento|próxima revis(?:ión|ão)|aprobado por|aprovado por|versión|versão|versione|版本|最后更新|最終更新|更新日期?|审核人|批准人|作者|文档版本|生效日期|下次审核日期?|версия|автор|обновлено|утвержд(?:ено|ил)|버전|최종 수정일?|작성자|相关文档|関連文書|verwandte dokumente|documents associés)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Metadata();
}
