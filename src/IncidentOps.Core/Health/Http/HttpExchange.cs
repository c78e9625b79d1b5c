using System.Net.Sockets;
using System.Text;
using IncidentOps.Core.Errors;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>One question with all the redirects that follow it.</summary>
internal sealed class HttpExchange
{
    private readonly HttpQuestion _question;
    private readonly ProbeAttempt _attempt;
    private Uri _address;
    private HttpMethod _method;
    private string? _body;

    private HttpExchange(HttpQuestion question, ProbeAttempt attempt)
    {
        _question = question;
        _attempt = attempt;
        _address = question.Address;
        _method = question.Method;
        _body = question.Body;
    }

    /// <summary>Asks, and judges the answer; where there is none, says why.</summary>
    public static async Task<ProbeOutcome> AskAsync(
        HttpQuestion question,
        ProbeAttempt attempt,
        Func<HttpAnswer, ProbeOutcome> judge,
        CancellationToken cancellationToken)
    {
        var exchange = new HttpExchange(question, attempt);
        try
        {
            return judge(await exchange.RunAsync(cancellationToken));
        }
        catch (IncidentOpsException misconfigured)
        {
            return ProbeOutcome.Unknown(HealthText.OneLine(misconfigured.Message));
        }
        catch (RedirectException stopped)
        {
            return new ProbeOutcome(HealthStatus.Unhealthy, HealthText.OneLine(stopped.Message)) { IsFinal = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return HttpFailure.Describe(failure, exchange._address);
        }
    }

    private async Task<HttpAnswer> RunAsync(CancellationToken cancellationToken)
    {
        long started = _attempt.Time.GetTimestamp();
        for (int redirects = 0; ; redirects++)
        {
            _attempt.Silence = $"no answer from {_address.Authority}";
            using HttpRequestMessage request = MakeRequest();
            using HttpResponseMessage response = await _attempt.Session.Http.SendAsync(
                request, _question.TrustAnyCertificate, _attempt, cancellationToken);
            int status = (int)response.StatusCode;
            bool leadsOn = status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null;
            if (leadsOn && _question.Redirects > 0 && _question.Expected?.Contains(status) != true)
            {
                if (redirects == _question.Redirects)
                {
                    throw new RedirectException($"redirected more than {redirects} times, the last time to {response.Headers.Location}");
                }

                Follow(status, response.Headers.Location!);
                continue;
            }

            string statusText = HealthText.OneLine($"HTTP {status} {response.ReasonPhrase}", 80);
            _attempt.Silence = $"{statusText}, but the body did not end";
            (string body, bool complete) = await BoundedBody.ReadAsync(response.Content, cancellationToken);
            return new HttpAnswer
            {
                Address = _address,
                Status = status,
                StatusText = statusText,
                Redirects = redirects,
                Location = response.Headers.Location?.ToString(),
                MediaType = response.Content.Headers.ContentType?.MediaType,
                Body = body,
                BodyIsComplete = complete,
                Latency = _attempt.Time.GetElapsedTime(started),
                Certificate = _attempt.Session.Http.CertificateOf(_address),
            };
        }
    }

    private HttpRequestMessage MakeRequest()
    {
        var request = new HttpRequestMessage(_method, _address);
        if (_body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_attempt.Secrets.Expand(_body)));
        }

        // What the configuration sends along is meant for the configured host, and for no other that it leads to.
        bool sameHost = Uri.Compare(
            _address, _question.Address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
        if (sameHost)
        {
            foreach ((string name, string value) in _question.Headers)
            {
                string expanded = _attempt.Secrets.Expand(value);
                if (!request.Headers.TryAddWithoutValidation(name, expanded))
                {
                    request.Content?.Headers.Remove(name);
                    request.Content?.Headers.TryAddWithoutValidation(name, expanded);
                }
            }
        }

        request.Headers.TryAddWithoutValidation("Accept", "application/health+json, application/json, */*;q=0.5");
        if (request.Headers.UserAgent.Count == 0)
        {
            request.Headers.TryAddWithoutValidation("User-Agent", "IncidentOps");
        }

        return request;
    }

    private void Follow(int status, Uri location)
    {
        var next = new Uri(_address, location);
        if (next.Scheme != Uri.UriSchemeHttps && (next.Scheme != Uri.UriSchemeHttp || _address.Scheme == Uri.UriSchemeHttps))
        {
            throw new RedirectException($"{_address.Authority} redirects to {next.Scheme}://{next.Authority}, which is not followed");
        }

        // As browsers do: only 307 and 308 repeat what was asked.
        if (status is 301 or 302 or 303 && _method != HttpMethod.Head && _method != HttpMethod.Get)
        {
            _method = HttpMethod.Get;
            _body = null;
        }

        _address = next;
    }

    /// <summary>A redirect that is not followed, and why.</summary>
    private sealed class RedirectException(string message) : Exception(message);
}
