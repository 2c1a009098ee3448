using System.Net;
using System.Text;
using NcloudServer.Http;

namespace NcloudServer.Tests.Laws;

/// <summary>
/// Whatever bytes come back, they are read into a typed result or a typed error, with memory in proportion to their number.
/// </summary>
public sealed class MutatedResponseLawTests
{
    private const int Responses = 200_000;
    private const int AllocationPerByte = 200;
    private const int AllocationPerResponse = 256 * 1024;

    private static readonly HttpStatusCode[] s_statuses =
    [
        HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, (HttpStatusCode)429,
        HttpStatusCode.InternalServerError, HttpStatusCode.Found,
    ];

    private static readonly byte[][] s_originals = new[]
    {
        """{"stopServerInstancesResponse":{"requestId":"a1","returnCode":"0","returnMessage":"success","totalRows":1,"serverInstanceList":[{"serverInstanceNo":"1","serverName":"웹","cpuCount":2,"memorySize":4294967296,"platformType":{"code":"LNX64","codeName":"Linux"},"createDate":"2026-01-02T03:04:05+0900","isProtectServerTermination":false,"networkInterfaceNoList":["7"],"blockDevicePartitionList":[{"mountPoint":"/","partitionSize":"50"}],"eventList":[],"later":{"a":[1,true,null,"x"]}}]}}""",
        """<?xml version="1.0" encoding="UTF-8"?><getServerInstanceListResponse><requestId>a1</requestId><returnCode>0</returnCode><totalRows>1</totalRows><serverInstanceList><serverInstance><serverInstanceNo>1</serverInstanceNo><cpuCount>2</cpuCount><platformType><code>WND64</code><codeName>윈도우</codeName></platformType><createDate>2026-01-02T03:04:05+0900</createDate><networkInterfaceNoList><networkInterfaceNo>7</networkInterfaceNo></networkInterfaceNoList><later><a>1</a></later></serverInstance></serverInstanceList></getServerInstanceListResponse>""",
        """{"responseError":{"returnCode":"1101003","returnMessage":"The storage assigned to the server is in operation."}}""",
        """<responseError><returnCode>1100031</returnCode><returnMessage>no</returnMessage></responseError>""",
        """{"error":{"errorCode":"200","message":"Authentication Failed","details":null}}""",
        """<html><head><title>Sign in</title></head><body><p>proxy</p></body></html>""",
    }.Select(Encoding.UTF8.GetBytes).ToArray();

    private static readonly byte[][] s_fragments = new[]
    {
        "null", "true", "-1e999", "123456789012345678901234567890", "\"\"", "[]", "{}", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":", "\"\\uD800\"", "<a>", "</a>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "<![CDATA[x]]>", "<!--", "]]>", "\u0000", ",", ":", "\"", "}", "List", "\"serverInstanceNo\":", "\"error\":",
    }.Select(Encoding.UTF8.GetBytes).ToArray();

    [Fact]
    public void Any_mutated_response_is_a_typed_result_or_a_typed_error()
    {
        using var message = new HttpResponseMessage();
        int responses = Law.Runs(Responses);
        int results = 0;
        int errors = 0;
        for (int seed = 0; seed < responses; seed++)
        {
            byte[] body = Mutate(new Random(seed));
            var response = new RawResponse(s_statuses[seed % s_statuses.Length], message.Headers, "text/plain", new ArraySegment<byte>(body));
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Assert.NotNull(Wire.Responses.Read(response));
                results++;
            }
            catch (NcpException)
            {
                errors++;
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed} gives {e.GetType().Name}: {e.Message}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            long most = AllocationPerResponse + (AllocationPerByte * (long)body.Length);
            Assert.True(allocated < most, $"Seed {seed}: {allocated} bytes for {body.Length}.");
        }

        // Both have to occur, else the mutations are too tame or too wild to say anything.
        Assert.True(results > responses / 100, $"{results} results.");
        Assert.True(errors > responses / 2, $"{errors} errors.");
    }

    private static byte[] Mutate(Random random)
    {
        byte[] body = s_originals[random.Next(s_originals.Length)];
        for (int count = random.Next(4); count > 0; count--)
        {
            int at = random.Next(body.Length + 1);
            int end = Math.Min(body.Length, at + random.Next(1, 12));
            body = random.Next(7) switch
            {
                0 => body[..at],
                1 => [.. body[..at], (byte)random.Next(256), .. body[end..]],
                2 => [.. body[..at], .. s_fragments[random.Next(s_fragments.Length)], .. body[at..]],
                3 => [.. body[..at], .. s_fragments[random.Next(s_fragments.Length)], .. body[end..]],
                4 => [.. body[..at], .. body[end..]],
                5 => [.. body[..end], .. body[at..]],
                _ => [.. body[..at], .. Repeated(s_fragments[random.Next(s_fragments.Length)], random.Next(1, 200)), .. body[at..]],
            };
        }

        return body;
    }

    private static System.Collections.Generic.IEnumerable<byte> Repeated(byte[] fragment, int times) =>
        Enumerable.Repeat(fragment, times).SelectMany(bytes => bytes);
}
