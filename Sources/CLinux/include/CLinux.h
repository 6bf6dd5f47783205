/* Linux system calls that the Glibc module of Swift does not export. Each returns a negative errno on failure. */
#ifndef CLINUX_H
#define CLINUX_H
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

/* accept4(2), non-blocking and close-on-exec; fills in the peer's address. */
int clinux_accept(int listener, struct sockaddr_storage *peer);

/* The number of connections that wait at a listening TCP socket. */
int clinux_waiting(int listener);

/* recv(2) without blocking. */
long clinux_receive(int descriptor, void *bytes, size_t count);

/* sendmsg(2) of one or two pieces, without blocking and without SIGPIPE. When `ends` is not 0, the sending direction is about
   to be ended, so the last segment waits for its FIN instead of leaving alone (MSG_MORE). */
long clinux_send(int descriptor, const void *first, size_t first_count, const void *second, size_t second_count, int ends);

/* A file that exists in memory only (memfd_create(2)). */
int clinux_memory_file(void);

/* sendfile(2) of bytes of a file from an offset. */
long clinux_send_file(int descriptor, int file, long offset, size_t count);

/* epoll_ctl(2) and epoll_wait(2). */
int clinux_epoll_control(int poller, int operation, int descriptor, unsigned int events, unsigned long long data);
int clinux_epoll_wait(int poller, struct epoll_event *events, int count, int milliseconds);

/* Makes a listening TCP socket drop SYNs and nothing else, so that it can be emptied and closed without a connection being
   lost between the last accept and the close; a client whose SYN was dropped tries again a second later. */
int clinux_drop_handshakes(int listener);

/* The number of cores that this process may run on. */
int clinux_core_count(void);
#endif
