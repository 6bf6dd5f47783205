import Glibc

extension EventLoop: TaskExecutor {
    /// Whether the caller is on the loop's thread.
    var isCurrent: Bool { owner.load(ordering: .acquiring) == UInt(pthread_self()) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isCurrent {
            jobs.append(job)
        } else if !post(.job(job)) {
            // The loop is gone; a task that outlived it still has to come to its end.
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    /// Runs a closure on the loop; nothing happens once it has stopped.
    func perform(_ work: @escaping @Sendable (EventLoop) -> Void) {
        _ = post(.perform(work))
    }

    private func post(_ message: Message) -> Bool {
        inbox.withLock { inbox in
            guard !inbox.isStopped else { return false }
            inbox.messages.append(message)
            if !inbox.isWoken {
                inbox.isWoken = true
                // Within the lock: once the loop has stopped, the descriptor may be someone else's.
                var one: UInt64 = 1
                _ = write(waker, &one, MemoryLayout<UInt64>.size)
            }
            return true
        }
    }

    /// Takes what other threads left.
    func drainInbox() {
        var count: UInt64 = 0
        _ = read(waker, &count, MemoryLayout<UInt64>.size)
        for message in inbox.withLock({ inbox in
            defer { (inbox.messages, inbox.isWoken) = ([], false) }
            return inbox.messages
        }) {
            switch message {
            case .job(let job): jobs.append(job)
            case .perform(let work): work(self)
            }
        }
    }

    /// Runs the jobs that are waiting, and a few rounds of those that they enqueue; then the sockets get their turn.
    func runJobs() {
        for _ in 0..<8 where !jobs.isEmpty {
            let batch = jobs
            jobs = []
            for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }
}
