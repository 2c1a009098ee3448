using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>Each source with each result, and what comes behind it: only one that certainly has nothing passes the turn on.</summary>
public sealed class SourceMatrixTests
{
    private const string Key = "ncloud_access_key_id = FILE\nncloud_secret_access_key = S\n";

    public static TheoryData<string, string, string, string> Cells => new()
    {
        // The source, its result, what it has (a file's text, or the answer for the key), and what the error names.
        { "environment", "absent", "", "not set" },
        { "environment", "half", "", "NCLOUD_SECRET_ACCESS_KEY is missing" },
        { "environment", "key", "", "" },
        { "file", "absent", "", "there is no such file" },
        { "file", "absent", "[other]", "there is no such profile" },
        { "file", "absent", "[DEFAULT]", "it has no key" },
        { "file", "folder", "", "can't be read" },
        { "file", "broken", "[DEFAULT]\n???", "line 2" },
        { "file", "half", "[DEFAULT]\nncloud_access_key_id = FILE", "ncloud_secret_access_key is missing" },
        { "file", "key", Key, "" },
        { "role", "absent", "", "HTTP 404" },
        { "role", "failed", """{"Code":"Failed","Message":"The role is not\u001b attached."}""", "Failed, The role is not  attached." },
        { "role", "cut", """{"AccessKeyId":"ROLE","Secret""", "no complete JSON" },
        { "role", "empty", "{}", "the answer has none" },
        { "role", "403", "", "HTTP 403" },
        { "role", "500", "", "HTTP 500" },
        { "role", "silent", "", "did not answer" },
        { "role", "key", """{"AccessKeyId":"ROLE","SecretAccessKey":"S"}""", "" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_source_counts_whatever_comes_behind_it_unless_it_is_certainly_absent(
        string source, string result, string content, string named)
    {
        await using RawServer metadata = Metadata(source == "role" ? result : "key", source == "role" ? content : RoleKey);
        using var here = new TestEnvironment { [TestEnvironment.MetadataName] = metadata.Address };
        Prepare(here, source, result, content);
        using CredentialChain chain = here.Settings().Credentials();

        if (result == "key" || (result == "absent" && source != "role"))
        {
            string expected = result == "key" ? source : source == "environment" ? "file" : "role";
            Assert.Equal(expected.ToUpperInvariant(), (await chain.GetAsync(default)).Id);
            return;
        }

        NcpConfigurationException failure = await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(default));
        Assert.Equal(
            result == "absent" ? NcpErrorId.NcpCredentialNotFound : NcpErrorId.NcpCredentialIncomplete, failure.Id);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        string place = source switch { "file" => here.Path, "role" => metadata.Address, _ => "environment" };
        Assert.Contains(place, failure.Message, StringComparison.Ordinal);
        Assert.Equal(source == "role", metadata.Requests.Count > 0);
    }

    [Fact]
    public async Task Where_no_source_has_a_key_the_error_says_of_each_what_it_has()
    {
        await using RawServer metadata = Metadata("absent", "");
        using var here = new TestEnvironment("[other]") { [TestEnvironment.MetadataName] = metadata.Address };
        using CredentialChain chain = here.Settings().Credentials();

        NcpConfigurationException failure = await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(default));

        Assert.Equal(
            "No access key was found. Sources tried: the environment (NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY): not set; "
            + $"profile DEFAULT of {here.Path}: there is no such profile; the role of this server ({metadata.Address}): HTTP 404.",
            failure.Message);
        Assert.Contains("-Credential", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Set-NcpProfile", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_comes_from_the_source_of_the_old_one_alone()
    {
        AccessKey?[] others = [null, new AccessKey("OTHER", "S")];
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        int asked = 0;
        using var chain = new CredentialChain(
            [
                new FakeKeySource("file", _ => Task.FromResult(others[Math.Min(asked, 1)])),
                new FakeKeySource("role", _ => Task.FromResult<AccessKey?>(new AccessKey("ROLE" + ++asked, "S", now.AddMinutes(6)))),
            ],
            () => now);

        var ids = new List<string> { (await chain.GetAsync(default)).Id };
        now = now.AddMinutes(7);
        ids.Add((await chain.GetAsync(default)).Id);

        Assert.Equal(["ROLE1", "ROLE2"], ids);
    }

    private const string RoleKey = """{"AccessKeyId":"ROLE","SecretAccessKey":"S"}""";

    private static void Prepare(TestEnvironment here, string source, string result, string content)
    {
        if (source == "environment" && result != "absent")
        {
            here["NCLOUD_ACCESS_KEY_ID"] = "ENVIRONMENT";
            here["NCLOUD_SECRET_ACCESS_KEY"] = result == "key" ? "S" : null;
        }

        if (result == "folder")
        {
            System.IO.Directory.CreateDirectory(here.Path);
        }
        else if (source == "environment" || (source == "file" && content.Length > 0))
        {
            here.Write(System.Text.Encoding.UTF8.GetBytes(source == "environment" ? Key : content));
        }
    }

    private static RawServer Metadata(string result, string key) => new(async connection =>
    {
        while (await connection.ReceiveAsync() is { } request)
        {
            bool isKey = request.Target.EndsWith("/my-role", StringComparison.Ordinal);
            if (isKey && result == "silent")
            {
                await connection.StaySilentAsync();
            }

            await connection.SendAsync(
                request.Method == "PUT" ? RawResponses.Response(405, "")
                : !isKey ? RawResponses.Response(result == "absent" ? 404 : 200, "my-role")
                : RawResponses.Response(result is "403" or "500" ? int.Parse(result, null) : 200, key));
        }
    });
}
