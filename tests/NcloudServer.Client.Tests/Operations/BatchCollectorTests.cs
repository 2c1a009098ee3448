using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using NcloudServer.Api;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Operations;

public sealed class BatchCollectorTests
{
    private const int LongestAddress = 8000;

    // The last one is as unlike a region code as it can be: three letters that travel as 27 characters.
    private static readonly string?[] s_regions = [null, "KR", "JPN", "한국어"];

    private static readonly Gen<Input> s_inputs =
        from size in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(50, 150), Gen.Choose(900, 1000))
        from longest in Gen.Elements(1, 8, 30, 100)
        from regionCount in Gen.Choose(1, s_regions.Length)
        from count in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(200, 700))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Input(size, longest, regionCount, count, seed);

    [Fact]
    public void Every_number_goes_into_one_batch_of_its_region_in_the_order_of_the_input() => Check(run =>
    {
        Assert.Equal(run.Items.Count, run.Batches.Sum(batch => batch.Count));
        Assert.Equal(run.Items.ToHashSet(), run.Batches.SelectMany(batch => batch).ToHashSet());
        Assert.All(run.Batches, batch => Assert.Single(batch.Select(item => item.RegionCode).Distinct()));
        foreach (string? region in s_regions)
        {
            Assert.Equal(
                run.Items.Where(item => item.RegionCode == region),
                run.Batches.SelectMany(batch => batch).Where(item => item.RegionCode == region));
        }
    });

    [Fact]
    public void No_batch_is_empty_or_larger_than_the_size() =>
        Check(run => Assert.All(run.Batches, batch => Assert.InRange(batch.Count, 1, run.Size)));

    [Fact]
    public void A_full_batch_is_handed_out_with_the_number_that_fills_it() => Check(run =>
    {
        foreach ((PendingServer added, IReadOnlyList<PendingServer> batch) in run.HandedOut.Where(step => step.Batch.Count == run.Size))
        {
            Assert.Same(added, batch[^1]);
        }

        Assert.All(run.Rest, batch => Assert.InRange(batch.Count, 1, Math.Max(1, run.Size - 1)));
        Assert.True(run.Size > 1 || run.Rest.Count == 0);
    });

    [Fact]
    public void What_is_left_comes_in_the_order_of_each_batchs_first_number() => Check(run => Assert.Equal(
        run.Rest.Select(batch => run.Items.IndexOf(batch[0])).Order(), run.Rest.Select(batch => run.Items.IndexOf(batch[0]))));

    [Fact]
    public void No_address_of_a_change_or_of_a_look_up_is_too_long() => Check(run =>
    {
        foreach (IReadOnlyList<PendingServer> batch in run.Batches)
        {
            Assert.InRange(AddressOf(ServerAction.Stop, batch).Length, 1, LongestAddress);
            Assert.InRange(AddressOf(null, batch).Length, 1, LongestAddress);
        }
    });

    [Fact]
    public void No_batch_is_cut_while_another_number_would_fit() => Check(run =>
    {
        foreach ((PendingServer added, IReadOnlyList<PendingServer> batch) in run.HandedOut.Where(step => step.Batch.Count < run.Size))
        {
            // The estimate may be a few characters too high, for the sake of the longest action name, but not a number's length.
            Assert.InRange(AddressOf(ServerAction.Stop, [.. batch, added]).Length, LongestAddress - 10, int.MaxValue);
        }
    });

    [Fact]
    public void A_batch_holds_just_as_many_numbers_as_an_address_has_room_for()
    {
        foreach (int lengthWithoutNumbers in Enumerable.Range(7000, 100))
        {
            var collector = new BatchCollector(1000, _ => lengthWithoutNumbers);
            IReadOnlyList<PendingServer>? full = null;
            while (full is null)
            {
                full = collector.Add(new PendingServer("1", "KR", PendingReason.New));
            }

            int Length(int count) =>
                lengthWithoutNumbers + Enumerable.Range(1, count).Sum(position => NcloudClient.UrlLengthOf(position, "1"));
            Assert.InRange(LongestAddress, Length(full.Count), Length(full.Count + 1) - 1);
        }
    }

    [Fact]
    public void A_thousand_ordinary_numbers_stay_below_the_limit_of_an_address()
    {
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com");
        var collector = new BatchCollector(1000, region => client.Client.UrlLengthWithoutNumbers(ServerAction.Stop.Api, region));
        List<PendingServer> items = ClientUnderTest.Numbers(1000).Select(number => new PendingServer(number, "KR", PendingReason.New)).ToList();

        List<IReadOnlyList<PendingServer>> batches = items.Select(collector.Add).OfType<IReadOnlyList<PendingServer>>().ToList();
        batches.AddRange(collector.TakeRest());

        Assert.True(batches.Count > 1);
        Assert.All(batches, batch => Assert.InRange(AddressOf(ServerAction.Stop, batch).Length, 1, LongestAddress));
    }

    [Fact]
    public void What_was_handed_out_is_forgotten()
    {
        var collector = new BatchCollector(2, _ => 100);

        Assert.Null(collector.Add(new PendingServer("1", "KR", PendingReason.New)));
        Assert.NotNull(collector.Add(new PendingServer("2", "KR", PendingReason.New)));
        Assert.Empty(collector.TakeRest());
        Assert.Null(collector.Add(new PendingServer("3", "KR", PendingReason.New)));
        Assert.Single(collector.TakeRest());
        Assert.Empty(collector.TakeRest());
    }

    private static void Check(Action<Run> law) => Prop
        .ForAll(s_inputs.ToArbitrary(), input => law(new Run(input)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>The address that the client really sends the batch to.</summary>
    private static string AddressOf(ServerAction? action, IReadOnlyList<PendingServer> batch)
    {
        using var network = new Recorder();
        using var client = new ClientUnderTest("https://fin-ncloud.apigw.fin-ntruss.com", handler: network);
        string[] numbers = batch.Select(item => item.WireNo).ToArray();
        Task<ListPage<ServerInstance>> call = action is null
            ? client.Client.FindAsync(batch[0].RegionCode, numbers, until: null, CancellationToken.None)
            : client.Client.ChangeAsync(action.Api, batch[0].RegionCode, numbers, until: null, CancellationToken.None);
        Assert.True(call.IsCompletedSuccessfully);
        return network.Address;
    }

    private sealed record Input(int Size, int LongestNumber, int RegionCount, int Count, int Seed);

    /// <summary>What a collector made of an input.</summary>
    private sealed class Run
    {
        public Run(Input input)
        {
            Size = input.Size;
            var random = new Random(input.Seed);
            for (int i = 0; i < input.Count; i++)
            {
                string number = i.ToString(CultureInfo.InvariantCulture).PadLeft(random.Next(1, input.LongestNumber + 1), '1');
                Items.Add(new PendingServer(number, s_regions[random.Next(input.RegionCount)], PendingReason.New));
            }

            using var client = new ClientUnderTest("https://fin-ncloud.apigw.fin-ntruss.com");
            var collector = new BatchCollector(input.Size, region => client.Client.UrlLengthWithoutNumbers(ServerAction.Stop.Api, region));
            foreach (PendingServer item in Items)
            {
                if (collector.Add(item) is { } full)
                {
                    HandedOut.Add((item, full));
                }
            }

            Rest = collector.TakeRest();
        }

        public int Size { get; }

        public List<PendingServer> Items { get; } = [];

        public List<(PendingServer Added, IReadOnlyList<PendingServer> Batch)> HandedOut { get; } = [];

        public IReadOnlyList<IReadOnlyList<PendingServer>> Rest { get; }

        public IReadOnlyList<IReadOnlyList<PendingServer>> Batches => [.. HandedOut.Select(step => step.Batch), .. Rest];
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string Address { get; private set; } = string.Empty;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri!.AbsoluteUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(RawResponses.EmptyServerList) });
        }
    }
}
