/* The yardstick of fan-out: writes a line to every connection, so many lines a second, and says what that cost.
   write-loop LISTENERS BYTES LINES_A_SECOND SECONDS: prints its port, waits for the listeners, prints nanoseconds of processor time a write. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static double processor(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e9 + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e3;
}

int main(int count, char **words) {
    if (count != 5) return 2;
    int listeners = atoi(words[1]), bytes = atoi(words[2]), pace = atoi(words[3]), lines = pace * atoi(words[4]);
    int door = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof at;
    if (bind(door, (struct sockaddr *)&at, sizeof at) || listen(door, listeners) || getsockname(door, (struct sockaddr *)&at, &size)) return 1;
    printf("%d\n", ntohs(at.sin_port));
    fflush(stdout);
    int *lines_open = malloc(listeners * sizeof(int));
    char *line = calloc(1, bytes);
    for (int i = 0; i < listeners; i++) lines_open[i] = accept(door, NULL, NULL);

    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    double before = processor();
    for (int n = 0; n < lines; n++) {
        for (int i = 0; i < listeners; i++)
            if (write(lines_open[i], line, bytes) != bytes) return 1;
        next.tv_nsec += 1000000000L / pace;
        if (next.tv_nsec >= 1000000000L) { next.tv_sec++; next.tv_nsec -= 1000000000L; }
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL);
    }
    printf("%.1f\n", (processor() - before) / ((double)lines * listeners));
    return 0;
}
