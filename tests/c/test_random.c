/* Against numpy.random.RandomState, draw for draw; the wasm build is held to whole golden files. */
#include "check.h"
#include "spiral_lab.h"

static void seed_0_draws_as_numpy(void)
{
    static const double sample[] = {0.5488135039273248, 0.7151893663724195, 0.6027633760716439,
                                    0.5448831829968969, 0.4236547993389047};
    static const double randn[] = {-0.8427240538292873, 1.9699244478698945, 1.2661185298577784,
                                   -0.5058765397605117, 2.5452007784710537};
    static const double uniform[] = {2.627983191463305, -1.6448197090105654};
    static const int permutation[] = {6, 4, 8, 5, 7, 1, 9, 3, 2, 0};
    sl_random random;
    int32_t order[10];

    sl_random_seed(&random, 0);
    for (int i = 0; i < 5; i++) CHECK_NEAR(sl_random_sample(&random), sample[i], 0.0);
    for (int i = 0; i < 5; i++) CHECK_NEAR(sl_random_randn(&random), randn[i], 4.5e-16);
    for (int i = 0; i < 2; i++) CHECK_NEAR(sl_random_uniform(&random, -2, 3), uniform[i], 0.0);
    for (int i = 0; i < 2; i++) sl_random_uniform(&random, -2, 3);
    CHECK_NEAR(sl_random_randn(&random), 1.0808119130554454, 2.3e-16); /* the one that was kept */
    CHECK_NEAR(sl_random_randn(&random), 0.48431215412066475, 6e-17);
    sl_random_permutation(&random, order, 10);
    for (int i = 0; i < 10; i++) CHECK_INT(order[i], permutation[i]);
}

static void a_permutation_holds_each_number_once(void)
{
    enum { MOST = 300 };
    sl_random random;
    int32_t order[MOST];
    sl_random_seed(&random, 4294967295u);
    for (int32_t n = 0; n <= MOST; n++) {
        int seen[MOST] = {0};
        sl_random_permutation(&random, order, n);
        for (int32_t i = 0; i < n; i++) {
            CHECK(order[i] >= 0 && order[i] < n);
            CHECK_INT(seen[order[i]]++, 0);
        }
    }
}

int main(void)
{
    seed_0_draws_as_numpy();
    a_permutation_holds_each_number_once();
    return check_verdict();
}
