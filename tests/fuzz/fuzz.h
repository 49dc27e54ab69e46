/* What the fuzz targets share: settings from any bytes, and a trap where a promise is broken. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spiral_lab.h"

/* libFuzzer keeps the input with which the program aborts. */
#define PROMISE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s: does not hold\n", __FILE__, __LINE__, #condition);         \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct input {
    const uint8_t *bytes;
    size_t size;
} input;

/* The next byte; 0 when there are no more. */
static inline uint8_t next_byte(input *in)
{
    if (in->size == 0) return 0;
    in->size--;
    return *in->bytes++;
}

/* 0 to 1, both included. */
static inline double next_share(input *in)
{
    return (next_byte(in) * 256 + next_byte(in)) / 65535.0;
}

typedef struct bytes {
    uint8_t *at;
    size_t size;
} bytes;

static inline bytes saved(const sl_trainer *trainer)
{
    bytes file = {malloc(sl_trainer_saved_size(trainer)), sl_trainer_saved_size(trainer)};
    PROMISE(sl_trainer_save(trainer, file.at) == SL_OK);
    return file;
}

static inline bool equal(bytes a, bytes b)
{
    return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

/* A trainer loaded from its own bytes is the same, and goes on like one that was never saved. */
static inline void goes_on_from_its_bytes(sl_trainer *trainer, int32_t steps)
{
    sl_trainer *loaded;
    bytes before = saved(trainer);
    PROMISE(sl_trainer_load(before.at, before.size, &loaded) == SL_OK);
    bytes again = saved(loaded);
    PROMISE(equal(before, again));
    const sl_status status = sl_trainer_train(trainer, steps);
    PROMISE(sl_trainer_train(loaded, steps) == status);
    bytes after = saved(trainer), after_loading = saved(loaded);
    PROMISE(equal(after, after_loading));
    free(before.at);
    free(again.at);
    free(after.at);
    free(after_loading.at);
    sl_trainer_free(loaded);
}

#endif
