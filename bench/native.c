/*
 * The native side of scripts/bench.mjs: answers one command a line on standard input with one
 * number a line, so that its samples can be taken in turn with those of the WebAssembly build.
 *
 *     peak                GFLOP/s of independent 4-wide multiply-then-add chains, without FMA
 *     run EPOCHS          milliseconds of the article run
 *     gemm KIND M N K     GFLOP/s of one product; KIND: forward or gradient (a's strides swapped)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gemm.h"
#include "spiral_lab.h"

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef float v4 __attribute__((vector_size(16)));

enum { CHAINS = 12 }; /* latency 4 or 5, two units: 8 to 10 would do */

#if defined(__x86_64__)
#define KEEP(a, b, c, d) __asm__ volatile("" : "+x"(a), "+x"(b), "+x"(c), "+x"(d))
#else
#define KEEP(a, b, c, d) __asm__ volatile("" : "+w"(a), "+w"(b), "+w"(c), "+w"(d))
#endif

static double peak(void)
{
    volatile float one = 1.0f, tiny = 1e-9f; /* what the compiler cannot see through */
    const long rounds = 4000000;
    v4 m = {one, one, one, one}, b = {tiny, tiny, tiny, tiny}, c[CHAINS];
    for (int i = 0; i < CHAINS; i++) c[i] = m;

    double start = seconds();
    v4 c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3], c4 = c[4], c5 = c[5];
    v4 c6 = c[6], c7 = c[7], c8 = c[8], c9 = c[9], c10 = c[10], c11 = c[11];
    for (long i = 0; i < rounds; i++) {
        c0 = c0 * m + b, c1 = c1 * m + b, c2 = c2 * m + b, c3 = c3 * m + b;
        c4 = c4 * m + b, c5 = c5 * m + b, c6 = c6 * m + b, c7 = c7 * m + b;
        c8 = c8 * m + b, c9 = c9 * m + b, c10 = c10 * m + b, c11 = c11 * m + b;
        KEEP(c0, c1, c2, c3);
        KEEP(c4, c5, c6, c7);
        KEEP(c8, c9, c10, c11);
    }
    return (double)rounds * CHAINS * 8 / (seconds() - start) * 1e-9;
}

static double run(int epochs)
{
    sl_settings settings;
    sl_dataset *data;
    sl_trainer *trainer;
    sl_settings_init(&settings);
    if (sl_dataset_create(&settings, &data) || sl_trainer_create(&settings, data, &trainer))
        exit(1);
    double start = seconds();
    if (sl_trainer_train(trainer, epochs * sl_trainer_steps_per_epoch(trainer))) exit(1);
    double taken = seconds() - start;
    sl_trainer_free(trainer);
    sl_dataset_free(data);
    return taken * 1e3;
}

static double gemm(bool gradient, int m, int n, int k)
{
    size_t size = (size_t)(m * k + k * n + m * n);
    float *a = calloc(size, sizeof *a), *b = a + m * k, *c = b + k * n;
    sl_gemm_a in = {a, gradient ? 1 : k, gradient ? m : 1};
    long rounds = 1 + (long)(2e8 / (2.0 * m * n * k));
    double start = seconds();
    for (long i = 0; i < rounds; i++) sl_gemm(c, n, in, b, n, NULL, false, m, n, k);
    double taken = seconds() - start;
    free(a);
    return (double)rounds * 2.0 * m * n * k / taken * 1e-9;
}

int main(void)
{
    char line[128], kind[32];
    int m, n, k;
    while (fgets(line, sizeof line, stdin)) {
        if (strncmp(line, "peak", 4) == 0)
            printf("%g\n", peak());
        else if (sscanf(line, "run %d", &m) == 1)
            printf("%g\n", run(m));
        else if (sscanf(line, "gemm %31s %d %d %d", kind, &m, &n, &k) == 4)
            printf("%g\n", gemm(strcmp(kind, "gradient") == 0, m, n, k));
        else
            printf("nan\n");
        fflush(stdout);
    }
    return 0;
}
