/* The CRC-32 in a saved model's header, for tests that change what it is of. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint32_t crc32_of(const uint8_t *bytes, size_t size)
{
    uint32_t crc = 0xffffffffu;
    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

/* Makes the checksum of a saved model right. bytes: [size]; nothing if it has no whole header. */
static inline void put_checksum_right(uint8_t *bytes, size_t size)
{
    if (size < 16) return;
    const uint32_t crc = crc32_of(bytes + 16, size - 16);
    memcpy(bytes + 12, &crc, sizeof crc);
}
