/* MT19937 and NumPy's legacy distributions (numpy/random/src/legacy, mt19937), draw for draw. */
#include "random.h"

#include "elementary.h"

enum { N = 624, M = 397 };

void sl_random_seed(sl_random *random, uint32_t seed)
{
    for (int i = 0; i < N; i++) {
        random->key[i] = seed;
        seed = 1812433253u * (seed ^ (seed >> 30)) + (uint32_t)i + 1;
    }
    random->position = N;
    random->has_gauss = false;
    random->gauss = 0;
}

static void refill(sl_random *random)
{
    uint32_t *key = random->key;

    for (int i = 0; i < N; i++) {
        uint32_t y = (key[i] & 0x80000000u) | (key[(i + 1) % N] & 0x7fffffffu);
        key[i] = key[(i + M) % N] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    random->position = 0;
}

static uint32_t next_word(sl_random *random)
{
    if (random->position == N) refill(random);
    uint32_t y = random->key[random->position++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

double sl_random_sample(sl_random *random)
{
    uint32_t a = next_word(random) >> 5, b = next_word(random) >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0;
}

double sl_random_uniform(sl_random *random, double low, double high)
{
    return low + (high - low) * sl_random_sample(random);
}

double sl_random_randn(sl_random *random)
{
    if (random->has_gauss) {
        random->has_gauss = false;
        return random->gauss;
    }
    double x1, x2, r2;
    do {
        x1 = 2.0 * sl_random_sample(random) - 1.0;
        x2 = 2.0 * sl_random_sample(random) - 1.0;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);

    double f = sl_sqrt(-2.0 * sl_log(r2) / r2);
    random->gauss = f * x1;
    random->has_gauss = true;
    return f * x2;
}

/* Masked, and drawn again while too large. */
uint32_t sl_random_interval(sl_random *random, uint32_t maximum)
{
    uint32_t mask = maximum, value;
    for (int shift = 1; shift <= 16; shift *= 2) mask |= mask >> shift;
    do value = next_word(random) & mask;
    while (value > maximum);
    return value;
}

void sl_random_permutation(sl_random *random, int32_t *out, int32_t n)
{
    for (int32_t i = 0; i < n; i++) out[i] = i;
    for (int32_t i = n - 1; i > 0; i--) {
        uint32_t j = sl_random_interval(random, (uint32_t)i);
        int32_t other = out[j];
        out[j] = out[i];
        out[i] = other;
    }
}
