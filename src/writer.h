/* Bytes one after the other, written or only counted. Internal. */
#ifndef SL_WRITER_H
#define SL_WRITER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct sl_writer {
    uint8_t *to; /* NULL to only count */
    size_t size;
} sl_writer;

static inline void sl_put(sl_writer *w, const void *bytes, size_t size)
{
    if (w->to) memcpy(w->to + w->size, bytes, size);
    w->size += size;
}

#endif
