using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>Asks an HTTP endpoint, follows its redirects and reads its answer.</summary>
internal sealed class HttpProbe : IHealthProbe
{
    private const int DefaultRedirects = 5;

    public string Kind => "http";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(check, attempt);
        try
        {
            HttpAnswer answer = await exchange.RunAsync(cancellationToken);
            return HttpVerdict.Judge(check, answer, attempt.Time.GetUtcNow());
        }
        catch (IncidentOpsException misconfigured)
        {
            return ProbeOutcome.Unknown(HealthText.OneLine(misconfigured.Message));
        }
        catch (HttpProbeException stopped)
        {
            return new ProbeOutcome(HealthStatus.Unhealthy, HealthText.OneLine(stopped.Message)) { IsFinal = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return HttpFailure.Describe(failure, exchange.Address);
        }
    }

    /// <summary>One question with all the redirects that follow it.</summary>
    private sealed class Exchange(CheckDefinition check, ProbeAttempt attempt)
    {
        private readonly Uri _start = check.Required<Uri>("url");
        private HttpMethod _method = HttpMethod.Parse(check.Setting("method", "GET"));
        private bool _withBody = check.Settings.ContainsKey("body");
        private Uri? _redirected;

        public Uri Address => _redirected ?? _start;

        public async Task<HttpAnswer> RunAsync(CancellationToken cancellationToken)
        {
            int allowed = check.Setting("redirects", DefaultRedirects);
            HttpStatusSet? expected = check.Setting<HttpStatusSet?>("expect-status", null);
            long started = attempt.Time.GetTimestamp();
            for (int redirects = 0; ; redirects++)
            {
                attempt.Silence = $"no answer from {Address.Authority}";
                using HttpRequestMessage request = MakeRequest();
                using HttpResponseMessage response = await attempt.Session.Http.SendAsync(
                    request, check.Setting("trust-any-certificate", false), attempt, cancellationToken);
                int status = (int)response.StatusCode;
                bool leadsOn = status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null;
                if (leadsOn && allowed > 0 && expected?.Contains(status) != true)
                {
                    if (redirects == allowed)
                    {
                        throw new HttpProbeException($"redirected more than {allowed} times, the last time to {response.Headers.Location}");
                    }

                    Follow(status, response.Headers.Location!);
                    continue;
                }

                string statusText = HealthText.OneLine($"HTTP {status} {response.ReasonPhrase}", 80);
                attempt.Silence = $"{statusText}, but the body did not end";
                (string body, bool complete) = await BoundedBody.ReadAsync(response.Content, cancellationToken);
                return new HttpAnswer
                {
                    Address = Address,
                    Status = status,
                    StatusText = statusText,
                    Redirects = redirects,
                    Location = response.Headers.Location?.ToString(),
                    MediaType = response.Content.Headers.ContentType?.MediaType,
                    Body = body,
                    BodyIsComplete = complete,
                    Latency = attempt.Time.GetElapsedTime(started),
                    Certificate = attempt.Session.Http.CertificateOf(Address),
                };
            }
        }

        private HttpRequestMessage MakeRequest()
        {
            var request = new HttpRequestMessage(_method, Address);
            if (_withBody)
            {
                request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(attempt.Secrets.Expand(check.Required<string>("body"))));
            }

            // What the configuration sends along is meant for the configured host, and for no other that it leads to.
            bool sameHost = Uri.Compare(Address, _start, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
            if (sameHost && check.Setting<IReadOnlyDictionary<string, string>?>("headers", null) is { } headers)
            {
                foreach ((string name, string value) in headers)
                {
                    string expanded = attempt.Secrets.Expand(value);
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
            var next = new Uri(Address, location);
            if (next.Scheme != Uri.UriSchemeHttps && (next.Scheme != Uri.UriSchemeHttp || Address.Scheme == Uri.UriSchemeHttps))
            {
                throw new HttpProbeException($"{Address.Authority} redirects to {next.Scheme}://{next.Authority}, which is not followed");
            }

            // As browsers do: only 307 and 308 repeat what was asked.
            if (status is 301 or 302 or 303 && _method != HttpMethod.Head && _method != HttpMethod.Get)
            {
                _method = HttpMethod.Get;
                _withBody = false;
            }

            _redirected = next;
        }
    }
}

/// <summary>The probe itself stopped, and why.</summary>
internal sealed class HttpProbeException(string message) : Exception(message);
