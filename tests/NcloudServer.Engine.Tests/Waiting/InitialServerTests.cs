namespace NcloudServer.EngineTests.Waiting;

public sealed class InitialServerTests(ModuleSession session) : CreationTests(session, "INIT");
