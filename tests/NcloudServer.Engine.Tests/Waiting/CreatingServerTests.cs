namespace NcloudServer.EngineTests.Waiting;

public sealed class CreatingServerTests(ModuleSession session) : CreationTests(session, "CREAT");
