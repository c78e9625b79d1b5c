using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IncidentOps.Core.Health.Aws;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Health.Aws;

public sealed class AwsQueryClientTests
{
    private const string Throttled = "<ErrorResponse xmlns='http://rds.amazonaws.com/doc/2014-10-31/'><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>";
    private const string Answer = "<DescribeResponse xmlns='http://rds.amazonaws.com/doc/2014-10-31/'><Name>app</Name></DescribeResponse>";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>AWS publishes this request and its signature as "get-vanilla": it proves the test's own reckoning.</summary>
    [Fact]
    public void The_test_reckons_as_AWS_does() => Assert.Equal(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        SignatureV4.Authorization(
            "GET / HTTP/1.1\r\nHost:example.amazonaws.com\r\nX-Amz-Date:20150830T123600Z\r\n\r\n",
            "AKIDEXAMPLE",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            "20150830/us-east-1/service",
            "host;x-amz-date"));

    [Theory]
    [InlineData(null)]
    [InlineData("a/session+token==")]
    public async Task A_request_is_signed_as_AWS_wants_it(string? sessionToken)
    {
        await using var server = new Recorder(("200 OK", Answer));

        XElement answer = await Client(server, sessionToken).AskAsync("DescribeThings", Stop, ("Name", "söme name&+=*~"), ("Filter.1", "a/b"));

        string request = Assert.Single(server.Requests);
        string signedHeaders = Regex.Match(request, "SignedHeaders=(?<names>[^,]+),", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["names"].Value;
        string authorization = Regex.Match(request, "^Authorization: (?<value>.*)\r$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups["value"].Value;
        Assert.Equal(
            SignatureV4.Authorization(request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830/us-east-1/rds", signedHeaders),
            authorization);
        Assert.Contains("host;", signedHeaders, StringComparison.Ordinal);
        Assert.Contains("x-amz-date", signedHeaders, StringComparison.Ordinal);
        Assert.Equal(sessionToken is not null, signedHeaders.Contains("x-amz-security-token", StringComparison.Ordinal));
        Assert.EndsWith("\r\n\r\nAction=DescribeThings&Version=2014-10-31&Name=s%C3%B6me%20name%26%2B%3D%2A~&Filter.1=a%2Fb", request, StringComparison.Ordinal);
        Assert.Equal("app", answer.Element("Name")?.Value);
    }

    [Fact]
    public async Task Where_AWS_asks_for_patience_it_is_asked_again_and_the_last_refusal_counts()
    {
        await using var patient = new Recorder(("400 Bad Request", Throttled), ("503 Service Unavailable", "<html>busy</html>"), ("200 OK", Answer));
        await using var stubborn = new Recorder(("400 Bad Request", Throttled));

        XElement answer = await AdvanceAsync(Client(patient).AskAsync("DescribeThings", Stop));
        AwsException refusal = await Assert.ThrowsAsync<AwsException>(() => AdvanceAsync(Client(stubborn).AskAsync("DescribeThings", Stop)));

        Assert.Equal("app", answer.Element("Name")?.Value);
        Assert.Equal(3, patient.Requests.Count);
        Assert.Equal(("Throttling", "Rate exceeded", 4), (refusal.Code, refusal.Message, stubborn.Requests.Count));
    }

    [Theory]
    [InlineData("<ErrorResponse xmlns='x'><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>", "AccessDenied", "no")]
    [InlineData("<Response><Errors><Error><Code>InvalidGroup.NotFound</Code><Message>gone</Message></Error></Errors></Response>", "InvalidGroup.NotFound", "gone")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><ErrorResponse><Error><Code>&a;</Code></Error></ErrorResponse>", "", "HTTP 400")]
    [InlineData("not XML", "", "HTTP 400")]
    public async Task A_refusal_has_AWSs_own_code_and_is_final(string body, string code, string message)
    {
        await using var server = new Recorder(("400 Bad Request", body));

        AwsException refusal = await Assert.ThrowsAsync<AwsException>(() => Client(server).AskAsync("DescribeThings", Stop));

        Assert.Equal((code, message), (refusal.Code, refusal.Message));
        Assert.Single(server.Requests);
    }

    private AwsQueryClient Client(Recorder server, string? sessionToken = null) => new(
        "rds", "2014-10-31", "us-east-1", server.Url, new AwsKeys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken), _time);

    /// <summary>Lets the pauses pass.</summary>
    private async Task<T> AdvanceAsync<T>(Task<T> asking)
    {
        while (!asking.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await asking;
    }

    /// <summary>Keeps what it is sent, and gives each request the next answer, the last one again and again.</summary>
    private sealed class Recorder : IAsyncDisposable
    {
        private readonly SickServer _server;

        public Recorder(params (string Status, string Body)[] answers) => _server = new SickServer(async (stream, token) =>
        {
            while (await SickServer.ReadRequestAsync(stream, token) is { } head)
            {
                Match length = Regex.Match(head, @"Content-Length: (?<length>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                byte[] body = new byte[int.Parse(length.Groups["length"].Value, CultureInfo.InvariantCulture)];
                await stream.ReadExactlyAsync(body, token);
                Requests.Add(head + Encoding.UTF8.GetString(body));
                (string status, string answer) = answers[Math.Min(Requests.Count, answers.Length) - 1];
                await stream.WriteAsync(Encoding.UTF8.GetBytes(SickServer.Http(status, answer, "text/xml")), token);
            }
        });

        public List<string> Requests { get; } = [];

        public Uri Url => new($"http://{_server.Authority}/");

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
