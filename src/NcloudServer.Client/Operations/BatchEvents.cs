using System;

namespace NcloudServer.Operations;

/// <summary>What a batch tells the operation that it belongs to.</summary>
/// <param name="OnFirstAnswer">Called when the batch has had its first answer, good or bad.</param>
/// <param name="Accept">Called with a number and its server when the service has accepted the action, or the server is there already.</param>
internal sealed record BatchEvents(Action OnFirstAnswer, Action<Outcome, ServerInstance> Accept);
