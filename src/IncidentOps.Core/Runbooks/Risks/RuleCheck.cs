using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Applies a rule of the table to the arguments of a command.</summary>
internal sealed class RuleCheck(
    ShellRisk walk,
    ProgramRule rule,
    string name,
    bool hasInput,
    Func<string, Argument?, (Risk Risk, string Reason)?>? checkOption = null)
{
    private readonly List<Argument> _operands = [];
    private readonly HashSet<string> _options = new(StringComparer.Ordinal);
    private bool _failed;

    private bool HasVerbs => rule.Verbs.Count > 0;

    // Behind its verb an open program takes any option; in front of it an unknown one could hide another verb.
    private bool TakesAny => rule.Open && (!HasVerbs || FindVerb() is not null);

    public void Apply(IReadOnlyList<Argument> arguments)
    {
        if (rule.Always is { } always)
        {
            bool batch = always.Interactive && arguments.Any(argument => argument.Literal is "-c" or "-e" or "--eval" or "--execute");
            bool person = always.Interactive && !batch && !(hasInput && always.Risk != Risk.Read);
            walk.Note(batch || (always.Interactive && hasInput) ? Worse(always.Risk, Risk.Unknown) : always.Risk, name, person);
            return;
        }

        if (rule.Chained && arguments.Any(argument => argument.Literal == "--"))
        {
            ApplyEach(arguments);
            return;
        }

        if (arguments.Count == 0 && rule.Bare is { } bare)
        {
            walk.Note(bare.Risk, name, bare.Interactive && !hasInput);
            return;
        }

        bool operandsOnly = false;
        for (int at = 0; at < arguments.Count && !_failed; at++)
        {
            Argument argument = arguments[at];
            if (argument.Wild && !TakesAny)
            {
                Fail(new RiskVerdict(Risk.Unknown), $"{name}: what {argument.Text} holds decides");
            }
            else if (!operandsOnly && argument.Literal == "--")
            {
                operandsOnly = true;
            }
            else if (!operandsOnly && argument.IsOption)
            {
                at += TakeOption(argument, at + 1 < arguments.Count ? arguments[at + 1] : null);
            }
            else
            {
                _operands.Add(argument);
            }
        }

        if (!_failed)
        {
            Decide();
        }
    }

    private void ApplyEach(IReadOnlyList<Argument> arguments)
    {
        List<Argument> command = [];
        foreach (Argument argument in arguments.Append(Argument.Of("--")))
        {
            if (argument.Literal != "--")
            {
                command.Add(argument);
            }
            else if (command.Count > 0)
            {
                new RuleCheck(walk, rule, name, hasInput, checkOption).Apply(command);
                command = [];
            }
        }
    }

    private static Risk Worse(Risk one, Risk other) => one > other ? one : other;

    private void Decide()
    {
        bool person = (rule.Screen || rule.Batch.Count > 0) && !rule.Batch.Overlaps(_options);
        if (rule.Several && _operands.Count > 1)
        {
            foreach (Argument operand in _operands)
            {
                Risk risk = operand.Literal is { } word && rule.FindVerb([word]) is { } each ? each.Verdict.Risk : rule.Otherwise.Risk;
                walk.Note(risk, $"{name} {operand.Text}");
            }
        }
        else if (!HasVerbs)
        {
            bool fits = _operands.Count >= rule.FewestOperands && _operands.Count <= (rule.MostOperands ?? (rule.Open ? int.MaxValue : 0))
                && (rule.With.Count == 0 || rule.With.Overlaps(_options))
                && (rule.OperandPrefix is not { } prefix || _operands.All(operand => operand.Prefix.StartsWith(prefix, StringComparison.Ordinal)));
            RiskVerdict verdict = fits ? new RiskVerdict(Risk.Read, person)
                : _operands.Count == 0 && rule.Bare is { } bare ? bare
                : rule.Otherwise;
            walk.Note(verdict.Risk, fits || _operands.Count == 0 ? name : $"{name} {_operands[0].Text}", verdict.Interactive);
        }
        else if (FindVerb() is { } verb)
        {
            walk.Note(verb.Verdict.Risk, $"{name} {string.Join(' ', _operands.Take(verb.Words).Select(word => word.Text))}", verb.Verdict.Interactive);
        }
        else if (_operands.Count == 0 && (rule.With.Overlaps(_options) || rule.Bare is not null))
        {
            RiskVerdict bare = rule.With.Overlaps(_options) ? new RiskVerdict(Risk.Read) : rule.Bare!.Value;
            walk.Note(bare.Risk, name, bare.Interactive && !hasInput);
        }
        else
        {
            walk.Note(rule.Otherwise.Risk, _operands.Count == 0 ? name : $"{name} {_operands[0].Text}");
        }
    }

    // A word that is not known yet is no verb, but it is one: in a group it may be any of the group's.
    private (RiskVerdict Verdict, int Words)? FindVerb() =>
        rule.FindVerb([.. _operands.Select(operand => operand is { Literal: { } word, Wild: false } ? word : ProgramRule.UnknownWord)]);

    /// <summary>Returns how many of the following words belong to the option.</summary>
    private int TakeOption(Argument argument, Argument? next)
    {
        string text = argument.Prefix;
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string spelled = equals < 0 ? text : text[..equals];
        if (rule.Options.TryGetValue(spelled, out bool takesValue) && (argument.Literal is not null || equals >= 0))
        {
            Argument? value = !takesValue ? null
                : equals >= 0 ? argument with { Literal = argument.Literal?[(equals + 1)..], Prefix = text[(equals + 1)..] }
                : next;
            return Accept(spelled, takesValue, value, takesValue && equals < 0 ? 1 : 0);
        }

        if (rule.Denied.Exists(denied => text.StartsWith(denied, StringComparison.Ordinal)))
        {
            Fail(rule.Otherwise, $"{name} {text}");
            return 0;
        }

        if (text.StartsWith("--", StringComparison.Ordinal))
        {
            if (!TakesAny)
            {
                Fail(rule.Otherwise, $"{name} {spelled}");
            }

            return 0;
        }

        return TakeLetters(argument, text, next);
    }

    private int TakeLetters(Argument argument, string text, Argument? next)
    {
        for (int at = 1; at < text.Length; at++)
        {
            string letter = "-" + text[at];
            if (char.IsAsciiDigit(text[at]) && !rule.Options.ContainsKey(letter) && text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                break;
            }

            if (!rule.Options.TryGetValue(letter, out bool takesValue))
            {
                if (!TakesAny || rule.Denied.Contains(letter))
                {
                    Fail(rule.Otherwise, $"{name} {text}");
                }

                return 0;
            }

            if (takesValue)
            {
                bool glued = at + 1 < text.Length || argument.Literal is null;
                Argument? value = !glued ? next
                    : argument with { Literal = argument.Literal?[(at + 1)..].TrimStart('='), Prefix = text[(at + 1)..].TrimStart('=') };
                return Accept(letter, takesValue: true, value, glued ? 0 : 1);
            }

            Accept(letter, takesValue: false, value: null, 0);
        }

        if (argument.Literal is null && !TakesAny)
        {
            Fail(rule.Otherwise, $"{name} {argument.Text}");
        }

        return 0;
    }

    private int Accept(string option, bool takesValue, Argument? value, int words)
    {
        _options.Add(option);
        if (takesValue && value is { Splits: true } && !TakesAny)
        {
            Fail(new RiskVerdict(Risk.Unknown), $"{name}: what {value.Text} holds decides");
        }
        else if (checkOption?.Invoke(option, value) is { } objection)
        {
            Fail(new RiskVerdict(objection.Risk), objection.Reason);
        }

        return words;
    }

    private void Fail(RiskVerdict verdict, string reason)
    {
        _failed = true;
        walk.Note(verdict.Risk, reason, verdict.Interactive && !hasInput);
    }
}
