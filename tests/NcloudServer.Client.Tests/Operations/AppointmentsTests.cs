using System;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

public sealed class AppointmentsTests
{
    private readonly Appointments _appointments = new();
    private readonly PendingServer _first = new("1", "KR");
    private readonly PendingServer _second = new("2", "KR");

    [Fact]
    public void Nobody_comes_before_the_time()
    {
        Add(_first, 5, 5);

        Assert.Equal(At(5), _appointments.Next);
        Assert.Empty(_appointments.TakeDue(At(4.9)));
        Assert.Equal([_first], _appointments.TakeDue(At(5)));
        Assert.Null(_appointments.Next);
        Assert.Empty(_appointments.TakeDue(At(9)));
    }

    [Fact]
    public void A_time_that_suits_both_is_shared()
    {
        Add(_first, 3, 5);
        Add(_second, 4, 6);

        Assert.Equal([_first, _second], _appointments.TakeDue(At(5)));
    }

    [Theory]
    [InlineData(6, 9, false)]
    [InlineData(1, 4, false)]
    [InlineData(4, 6, true)]
    public void Another_time_or_another_kind_of_pause_is_not_shared(double earliest, double wanted, bool isPolling)
    {
        Add(_first, 3, 5);
        Add(_second, earliest, wanted, isPolling);

        Assert.Equal(wanted < 5 ? _second : _first, Assert.Single(_appointments.TakeDue(At(Math.Min(5, wanted)))));
        Assert.Equal(At(Math.Max(5, wanted)), _appointments.Next);
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(1, 5)]
    public void A_time_that_suits_just_so_is_shared(double earliest, double wanted)
    {
        Add(_first, 5, 5);
        Add(_second, earliest, wanted);

        Assert.Equal([_first, _second], _appointments.TakeDue(At(5)));
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    public void Of_two_times_that_suit_the_later_one_is_shared(double one, double other)
    {
        Add(_first, one, one);
        Add(new PendingServer("3", "KR"), other, other);
        Add(_second, 2, 6);

        Assert.DoesNotContain(_second, _appointments.TakeDue(At(3)));
        Assert.Contains(_second, _appointments.TakeDue(At(5)));
    }

    [Fact]
    public void Whoever_is_due_earlier_comes_first()
    {
        Add(_first, 7, 7);
        Add(_second, 2, 2);

        Assert.Equal([_second, _first], _appointments.TakeDue(At(10)));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Add(PendingServer server, double earliest, double wanted, bool isPolling = false) =>
        _appointments.Add(server, At(earliest), At(wanted), isPolling);
}
