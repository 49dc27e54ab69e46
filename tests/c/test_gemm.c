/* The fast product against its plain twin, bit for bit, at every edge. Buffers have exactly the
 * size that is needed, so that the address sanitizer sees one float too many. */
#include "gemm_plain.h"

#include <stdbool.h>
#include <stdlib.h>

#include "check.h"
#include "spiral_lab.h"

static float *random_floats(sl_random *random, size_t count)
{
    float *floats = malloc(count * sizeof *floats);
    for (size_t i = 0; i < count; i++) floats[i] = (float)sl_random_randn(random);
    return floats;
}

static bool same_bits(const float *a, const float *b, size_t count)
{
    return memcmp(a, b, count * sizeof *a) == 0;
}

typedef struct shape {
    int m, n, k;
    int spare; /* floats of padding in every leading dimension */
    bool transposed, bias, relu;
} shape;

static void compare(sl_random *random, shape s)
{
    ptrdiff_t ld_a = (s.transposed ? s.m : s.k) + s.spare, ld = s.n + s.spare;
    const int rows = (s.m + 3) / 4 * 4; /* as far as it may read */
    size_t a_size = (size_t)(s.transposed ? (s.k - 1) * ld_a + rows : (s.m - 1) * ld_a + s.k);
    size_t b_size = (size_t)((s.k - 1) * ld + s.n), c_size = (size_t)((s.m - 1) * ld + s.n);
    if (!s.transposed && ld_a == 1) a_size += (size_t)(rows - s.m); /* no different then */
    float *a = random_floats(random, a_size), *b = random_floats(random, b_size);
    float *fast = random_floats(random, c_size), *plain = malloc(c_size * sizeof *plain);
    float *bias = s.bias ? random_floats(random, (size_t)s.n) : NULL;
    sl_gemm_a in = {a, s.transposed ? 1 : ld_a, s.transposed ? ld_a : 1};

    memcpy(plain, fast, c_size * sizeof *plain); /* what lies between the rows must stay */
    sl_gemm(fast, ld, in, b, ld, bias, s.relu, s.m, s.n, s.k);
    sl_gemm_plain(plain, ld, in, b, ld, bias, s.relu, s.m, s.n, s.k);
    if (!same_bits(fast, plain, c_size)) {
        printf("m %d n %d k %d spare %d transposed %d bias %d relu %d differ\n", s.m, s.n, s.k,
               s.spare, s.transposed, s.bias, s.relu);
        check_failures++;
    }
    free(a), free(b), free(fast), free(plain), free(bias);
}

static void every_edge_equals_the_plain_twin(void)
{
    sl_random random;
    sl_random_seed(&random, 1);
    for (int m = 1; m <= 9; m++)
        for (int n = 4; n <= 20; n += 4)
            for (int k = 1; k <= 9; k++)
                for (int flags = 0; flags < 16; flags++)
                    compare(&random,
                            (shape){m, n, k, flags & 8 ? 3 : 0, flags & 1, flags & 2, flags & 4});
}

static void the_articles_shapes_equal_the_plain_twin(void)
{
    static const int sizes[] = {2, 128, 64, 32, 16, 4};
    sl_random random;
    sl_random_seed(&random, 2);
    for (int l = 0; l < 5; l++) {
        for (int batch = 28; batch <= 32; batch += 4) {
            compare(&random, (shape){batch, sizes[l + 1], sizes[l], 0, false, true, true});
            compare(&random, (shape){sizes[l], sizes[l + 1], batch, 0, true, false, false});
        }
    }
}

/* Sums over more samples than a row may have columns. */
static void long_sums_equal_the_plain_twin(void)
{
    sl_random random;
    sl_random_seed(&random, 3);
    for (int m = 1; m <= 9; m++)
        compare(&random, (shape){m, 12, 3 * SL_GEMM_MAX_K, 0, true, false, false});
}

static void relu_keeps_nan(void)
{
    float a[1] = {NAN}, b[4] = {1, 1, 1, 1}, c[4];
    sl_gemm(c, 4, (sl_gemm_a){a, 2, 1}, b, 4, NULL, true, 1, 4, 1);
    CHECK(isnan(c[0]) && isnan(c[3]));
    sl_gemm_plain(c, 4, (sl_gemm_a){a, 2, 1}, b, 4, NULL, true, 1, 4, 1);
    CHECK(isnan(c[0]) && isnan(c[3]));
}

static void the_comparison_can_fail(void)
{
    float a[2] = {1.0f, 2.0f}, b[2] = {1.0f, nextafterf(2.0f, 3.0f)}, zeros[2] = {0};
    CHECK(same_bits(a, a, 2));
    CHECK(!same_bits(a, b, 2));
    CHECK(!same_bits(a, zeros, 2));
}

int main(void)
{
    every_edge_equals_the_plain_twin();
    the_articles_shapes_equal_the_plain_twin();
    long_sums_equal_the_plain_twin();
    relu_keeps_nan();
    the_comparison_can_fail();
    return check_verdict();
}
