/* One block of memory, cut into arrays. Internal. */
#ifndef SL_ARENA_H
#define SL_ARENA_H

#include <stddef.h>
#include <stdint.h>

enum { SL_CACHE_LINE = 64 };

/* The calls of sl_take that hand out the arrays are made twice, in the same order: without a base
 * they count the bytes, with one they place the arrays. */
typedef struct sl_arena {
    uint8_t *base;
    uint64_t size; /* bytes taken so far */
} sl_arena;

/* An array that begins at a cache line; NULL while there is no base. */
static inline void *sl_take(sl_arena *arena, uint64_t count, size_t element)
{
    const uint64_t at = arena->size;
    arena->size += (count * element + SL_CACHE_LINE - 1) / SL_CACHE_LINE * SL_CACHE_LINE;
    return arena->base ? arena->base + at : NULL;
}

static inline float *sl_take_floats(sl_arena *arena, uint64_t count)
{
    return (float *)sl_take(arena, count, sizeof(float));
}

#endif
