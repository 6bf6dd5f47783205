import ArgumentParser
import Glibc

/// The exit codes of sysexits.h that the command uses.
enum ExitStatus: Int32 {
    case badInput = 65
    case internalError = 70
    case inputOutput = 74
    case configuration = 78
}

/// An error for the person at the terminal: what is wrong, and the exit code.
struct Failure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// Runs a command's work; a failure is printed on standard error and ends the process with its code.
    static func reporting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as Failure {
            StandardError.write("dealtracker: \(failure.message)\n")
            throw ExitCode(failure.status.rawValue)
        }
    }
}

/// Standard error, unbuffered.
enum StandardError {
    static func write(_ text: String) {
        Output.write(Array(text.utf8), to: STDERR_FILENO)
    }
}

/// Writing to a descriptor.
enum Output {
    /// Writes all bytes to a descriptor; `false` when that fails (a closed pipe).
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return false
            }
            offset += written
        }
        return true
    }
}
