import Glibc

extension EventLoop {
    /// sendfile(2) cannot be told, as send(2) can, that a peer that is gone is an error and no signal.
    static func blockPipeSignal() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}

/// Runs a loop on a thread of its own.
enum LoopThread {
    /// What a thread does; boxed to pass through C.
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts the loop; `completion` is called on its thread when it has ended.
    static func start(_ loop: EventLoop, completion: @escaping @Sendable () -> Void) {
        start {
            loop.run()
            completion()
        }
    }

    private static func start(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        guard result == 0 else {
            // No thread can be had: this one serves.
            return work.takeRetainedValue().body()
        }
        pthread_detach(thread)
    }
}
