#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

int clinux_accept(int listener, struct sockaddr_storage *peer) {
    socklen_t size = sizeof *peer;
    int descriptor = accept4(listener, (struct sockaddr *)peer, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

int clinux_waiting(int listener) {
    /* Of a socket that listens, tcp_info tells the length of the accept queue in the place of the unacknowledged segments. */
    struct tcp_info info;
    socklen_t size = sizeof info;
    return getsockopt(listener, IPPROTO_TCP, TCP_INFO, &info, &size) < 0 ? -errno : (int)info.tcpi_unacked;
}

long clinux_receive(int descriptor, void *bytes, size_t count) {
    ssize_t result = recv(descriptor, bytes, count, MSG_DONTWAIT);
    return result < 0 ? -errno : result;
}

long clinux_send(int descriptor, const void *first, size_t first_count, const void *second, size_t second_count, int ends) {
    int flags = MSG_NOSIGNAL | MSG_DONTWAIT | (ends ? MSG_MORE : 0);
    if (second_count == 0) {
        ssize_t result = send(descriptor, first, first_count, flags);
        return result < 0 ? -errno : result;
    }
    struct iovec pieces[2] = {
        {.iov_base = (void *)first, .iov_len = first_count},
        {.iov_base = (void *)second, .iov_len = second_count},
    };
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
    ssize_t result = sendmsg(descriptor, &message, flags);
    return result < 0 ? -errno : result;
}

int clinux_memory_file(void) {
    int file = memfd_create("body", MFD_CLOEXEC);
    return file < 0 ? -errno : file;
}

long clinux_send_file(int descriptor, int file, long offset, size_t count) {
    off_t position = offset;
    ssize_t result = sendfile(descriptor, file, &position, count);
    return result < 0 ? -errno : result;
}

int clinux_epoll_control(int poller, int operation, int descriptor, unsigned int events, unsigned long long data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(poller, operation, descriptor, &event) < 0 ? -errno : 0;
}

int clinux_epoll_wait(int poller, struct epoll_event *events, int count, int milliseconds) {
    int result = epoll_wait(poller, events, count, milliseconds);
    return result < 0 ? -errno : result;
}

int clinux_drop_handshakes(int listener) {
    /* A socket filter sees the TCP header at offset 0; its flags are byte 13: SYN is 2, ACK is 16. */
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 13),
        BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0x12),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x02, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0),
        BPF_STMT(BPF_RET | BPF_K, 0xffffffff),
    };
    struct sock_fprog filter = {.len = sizeof program / sizeof *program, .filter = program};
    return setsockopt(listener, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) < 0 ? -errno : 0;
}

int clinux_core_count(void) {
    cpu_set_t cores;
    return sched_getaffinity(0, sizeof cores, &cores) < 0 ? 1 : CPU_COUNT(&cores);
}
