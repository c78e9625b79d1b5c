using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What a heading says.</content>
internal static partial class SectionClassifier
{
    /// <summary>What a heading says, taken alone.</summary>
    public static SectionKind ByTitle(SectionTitle heading)
    {
        string name = heading.NameWithoutRemarks;
        if (ReferenceTo().Match(name) is { Success: true } reference)
        {
            // "Reference: how to speak on a call" is about what follows.
            return ByTitle(SectionTitle.Parse(name[reference.Length..]));
        }

        IReadOnlyList<PhraseMatch<SectionKind>> matches = GuideWords.Sections.Find(name);
        if (heading.Normal is "procedure" or "procedures")
        {
            // As part of a longer title it says nothing.
            return SectionKind.Workflow;
        }

        if (matches.Count == 0)
        {
            // A remark may say it, but not of which severity something is, nor that it is only mentioned.
            bool levels = heading.Remarks.Any(remark => GuideWords.Sections.Is(remark, SectionKind.Severities));
            matches = [.. GuideWords.Sections.Find(heading.Name).Where(match => match.Meaning is not (SectionKind.Scenarios or SectionKind.Tools) && (levels || match.Meaning is not SectionKind.Severities))];
        }

        // "Regulatory notification matrix": whom the law asks to tell
        matches = OfLaw().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Escalation)] : matches;

        if (Setting().IsMatch(name))
        {
            // "SHOP_ROLE_KEY" is called after what it opens.
            return SectionKind.Unknown;
        }

        if (matches.Count == 0 && Stakeholders().IsMatch(name))
        {
            return SectionKind.Roles;
        }

        if (AboutDocument().IsMatch(name) || WhatNot().IsMatch(name))
        {
            return SectionKind.Prose;
        }

        if (Changing().IsMatch(name))
        {
            // "Update the runbooks" is something to do.
            matches = [.. matches.Where(match => match.Meaning is not (SectionKind.Scenarios or SectionKind.Templates or SectionKind.Tools or SectionKind.Checklist))];
        }

        matches = BestPractice().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Exercise)] : matches;
        if (ListOf().IsMatch(name) && matches.Any(match => match.Meaning is not SectionKind.Checklist))
        {
            matches = [.. matches.Where(match => match.Meaning is not SectionKind.Checklist)];
        }

        matches = NoDuty().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Rotation)] : matches;
        matches = PeopleResources().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Tools)] : matches;
        matches = AboutItself().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Scenarios)] : matches;
        matches = ProcedureOfElse().IsMatch(name) ? [.. matches.Where(match => match.Meaning is not SectionKind.Workflow)] : matches;
        if (matches.Count == 0)
        {
            return SectionKind.Unknown;
        }

        if (Related().IsMatch(name) && matches.All(match => match.Meaning is SectionKind.Scenarios))
        {
            return SectionKind.Tools;
        }

        if (matches.Any(match => match.Meaning == SectionKind.Templates) &&
            (matches.Any(match => match.Meaning == SectionKind.PostMortem) || IncidentReport().IsMatch(name)))
        {
            return SectionKind.PostMortemTemplate;
        }

        if (matches.FirstOrDefault(match => match.Whole) is { Whole: true } whole)
        {
            return whole.Meaning;
        }

        // "Communication playbook" tells what is said, "Post-incident process" how the review goes.
        if (matches.All(match => match.Meaning is SectionKind.Communication or SectionKind.Scenarios) && matches.Any(match => match.Meaning is SectionKind.Communication))
        {
            return SectionKind.Communication;
        }

        if (matches.All(match => match.Meaning is SectionKind.PostMortem or SectionKind.Workflow) && matches.Any(match => match is { Meaning: SectionKind.PostMortem, At: 0 }))
        {
            return SectionKind.PostMortem;
        }

        // "Escalation procedures and templates": the messages stand in the path.
        if (matches.Any(match => match.Meaning is SectionKind.Templates) && Pair().Match(name) is { Success: true } both && GuideWords.Sections.Find(both.Groups[1].Value) is { Count: > 0 } leading && leading.All(match => match.Meaning is SectionKind.Escalation))
        {
            return SectionKind.Escalation;
        }

        foreach (SectionKind decisive in (ReadOnlySpan<SectionKind>)[SectionKind.Exercise, SectionKind.Checklist, SectionKind.Templates])
        {
            if (matches.Any(match => match.Meaning == decisive))
            {
                return decisive;
            }
        }

        if (TellsWhen().IsMatch(name) && matches.Any(match => match.Meaning is SectionKind.Scenarios) && matches.All(match => match.Meaning is SectionKind.Scenarios or SectionKind.Severities))
        {
            return SectionKind.Unknown;
        }

        if (ByType().IsMatch(name) && matches.All(match => match.Meaning is SectionKind.Workflow or SectionKind.Scenarios))
        {
            return SectionKind.Scenarios;
        }

        // "Investigation phase" is one of them.
        if (name.EndsWith(" phase", StringComparison.OrdinalIgnoreCase) && PhaseWords.BeginsWithPhase(heading))
        {
            return SectionKind.Unknown;
        }

        // "Contacts & references": the first noun leads.
        Match pair = Pair().Match(name);
        if (pair.Success && GuideWords.Sections.Find(pair.Groups[1].Value) is { Count: > 0 } first)
        {
            matches = first;
        }

        Match head = BeforePreposition().Match(name);
        if (head.Success)
        {
            IReadOnlyList<PhraseMatch<SectionKind>> inHead = GuideWords.Sections.Find(head.Groups[1].Value);
            matches = inHead.Count > 0 ? inHead : matches;
        }

        // The last noun is the head of an English title: "Escalation Contacts" are contacts.
        return matches.OrderByDescending(match => match.Length >= 12 ? 1 : 0).ThenByDescending(match => match.At).ThenByDescending(match => match.Length).First().Meaning;
    }
}
