import Dispatch
import Glibc
import Synchronization

/// A thread of its own that does one piece of work after the other.
///
/// It steps back behind the other threads of the process. Where the processors are all taken, those that read articles then
/// get on, so that more writes wait and share a commit; where one is free, nothing changes. With equal turns on one core,
/// groups of five were the rule where sixty writes could have shared a commit.
final class SerialThread: Sendable {
    /// What waits to be done, and whether more is taken.
    private final class Board: Sendable {
        struct State {
            var work: [@Sendable () -> Void] = []
            var isOver = false
        }

        let state = Mutex(State())
        let signal = DispatchSemaphore(value: 0)

        /// Does what comes in until the end.
        func run() {
            while true {
                signal.wait()
                let (work, isOver) = state.withLock { state in
                    (state.work.isEmpty ? nil : state.work.removeFirst(), state.isOver)
                }
                if let work { work() } else if isOver { return }
            }
        }
    }

    private let board = Board()

    /// A thread that yields to others by so many steps of `nice(1)`; 0 for equal turns.
    init(niceness: Int32) {
        let start = Start(board: board, niceness: niceness)
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                let start = Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
                // On Linux this is the niceness of the calling thread alone.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, start.niceness)
                start.board.run()
                return nil
            }, Unmanaged.passRetained(start).toOpaque())
        precondition(code == 0, "no thread can be made for the writer")
        pthread_detach(thread)
    }

    deinit {
        stop()
    }

    /// Has work done behind what waits already; `false`, and it is not done, after ``stop()``.
    @discardableResult
    func async(_ work: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = board.state.withLock { state in
            if !state.isOver { state.work.append(work) }
            return !state.isOver
        }
        if isTaken { board.signal.signal() }
        return isTaken
    }

    /// Does work behind what waits already, on the thread of the caller, while this one stands still.
    func sync(_ work: () -> Void) {
        let (isStanding, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let isTaken = async {
            isStanding.signal()
            mayGoOn.wait()
        }
        if isTaken { isStanding.wait() }
        work()
        if isTaken { mayGoOn.signal() }
    }

    /// Ends the thread behind what waits already.
    func stop() {
        board.state.withLock { $0.isOver = true }
        board.signal.signal()
    }

    private final class Start: Sendable {
        let board: Board
        let niceness: Int32

        init(board: Board, niceness: Int32) {
            self.board = board
            self.niceness = niceness
        }
    }
}
