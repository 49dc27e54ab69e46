/* What the network sees of a point: the features' values, and runs on them. */
#include "inputs.h"

#include "support.h"

enum { ALL = SL_EVERY_FEATURE, POLAR = 1 << SL_R | 1 << SL_THETA };

/* From NumPy 2.4.6: in float64 of these float32 coordinates, then astype(np.float32). */
static const struct {
    float x[2], features[SL_MAX_INPUTS];
} numpy[] = {
    {{0.0f, 0.0f}, {0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f}},
    {{-0.0f, -0.0f}, {-0.0f, -0.0f, 0.0f, 0.0f, 0.0f, -0.0f, -0.0f, 0.0f, -3.14159274f}},
    {{0.25f, -0.5f},
     {0.25f, -0.5f, 0.0625f, 0.25f, -0.125f, 0.247403964f, -0.47942555f, 0.559017003f,
      -1.10714877f}},
    {{-0.300000012f, 0.699999988f},
     {-0.300000012f, 0.699999988f, 0.0900000036f, 0.48999998f, -0.210000008f, -0.295520216f,
      0.64421767f, 0.761577308f, 1.9756881f}},
    {{-0.841470957f, 0.540302277f},
     {-0.841470957f, 0.540302277f, 0.708073378f, 0.291926563f, -0.454648674f, -0.745624125f,
      0.514395237f, 0.99999994f, 2.57079625f}},
    {{1.0f, 0.0f}, {1.0f, 0.0f, 1.0f, 0.0f, 0.0f, 0.841470957f, 0.0f, 1.0f, 0.0f}},
    {{-1.0f, 0.0f}, {-1.0f, 0.0f, 1.0f, 0.0f, -0.0f, -0.841470957f, 0.0f, 1.0f, 3.14159274f}},
    {{-1.0f, -0.0f}, {-1.0f, -0.0f, 1.0f, 0.0f, 0.0f, -0.841470957f, -0.0f, 1.0f, -3.14159274f}},
    {{0.0f, -2.0f}, {0.0f, -2.0f, 0.0f, 4.0f, -0.0f, 0.0f, -0.909297407f, 2.0f, -1.57079637f}},
    {{9.99999968e-21f, -9.99999968e-20f},
     {9.99999968e-21f, -9.99999968e-20f, 9.9999461e-41f, 9.99999935e-39f, -1.00000022e-39f,
      9.99999968e-21f, -9.99999968e-20f, 1.00498754e-19f, -1.47112763f}},
    {{12.5f, -9.75f},
     {12.5f, -9.75f, 156.25f, 95.0625f, -121.875f, -0.0663218945f, 0.319519192f, 15.8528385f,
      -0.662426293f}},
    {{-100000.0f, 3000000.0f},
     {-100000.0f, 3000000.0f, 1e+10f, 9.00000016e+12f, -2.99999986e+11f, -0.0357487984f,
      -0.878490031f, 3001666.25f, 1.60411727f}},
    {{9.99999984e+17f, -2.49999996e+17f},
     {9.99999984e+17f, -2.49999996e+17f, 9.99999962e+35f, 6.24999976e+34f, -2.4999999e+35f,
      -0.216737881f, 0.0545907654f, 1.03077641e+18f, -0.244978666f}},
    {{-3.14159274f, 6.28318548f},
     {-3.14159274f, 6.28318548f, 9.86960506f, 39.4784203f, -19.7392101f, 8.74227766e-08f,
      1.74845553e-07f, 7.02481508f, 2.03444386f}},
    {{1.0005271e-42f, 1.0f},
     {1.0005271e-42f, 1.0f, 0.0f, 1.0f, 1.0005271e-42f, 1.0005271e-42f, 0.841470957f, 1.0f,
      1.57079637f}},
};
enum { POINTS = sizeof numpy / sizeof *numpy };

/* The same number, or a neighbour; zeros with the same sign. */
static bool same_but_for_the_last_bit(float actual, float expected)
{
    return signbit(actual) == signbit(expected) &&
           (actual == expected || nextafterf(actual, expected) == expected);
}

static void features_are_those_of_numpy(void)
{
    CHECK(!same_but_for_the_last_bit(0.0f, -0.0f));
    CHECK(!same_but_for_the_last_bit(1.0f, 1.0f + 2.4e-7f));
    CHECK(!same_but_for_the_last_bit(NAN, 1.0f));
    for (int i = 0; i < POINTS; i++) {
        float all[SL_MAX_INPUTS];
        sl_expand(all, numpy[i].x, 1, ALL);
        for (int f = 0; f < SL_MAX_INPUTS; f++) {
            if (same_but_for_the_last_bit(all[f], numpy[i].features[f])) continue;
            printf("point %d, %s: %.9g instead of %.9g\n", i,
                   sl_setting_choice(setting("features"), f), (double)all[f],
                   (double)numpy[i].features[f]);
            check_failures++;
        }
    }
}

/* Any set is what it has of all of them, in their order. */
static void a_set_has_its_features_in_order(void)
{
    float x[2 * POINTS], all[SL_MAX_INPUTS * POINTS], some[SL_MAX_INPUTS * POINTS];
    for (int i = 0; i < POINTS; i++) memcpy(x + 2 * i, numpy[i].x, 2 * sizeof *x);
    sl_expand(all, x, POINTS, ALL);
    for (int set = 1; set <= ALL; set++) {
        const int32_t count = sl_feature_count(set);
        int32_t column = 0;
        sl_expand(some, x, POINTS, set);
        for (int f = 0; f < SL_MAX_INPUTS; f++) {
            if (!(set >> f & 1)) continue;
            for (int i = 0; i < POINTS; i++)
                if (memcmp(&some[i * count + column], &all[i * SL_MAX_INPUTS + f], sizeof *some) !=
                    0)
                    check_failures++;
            column++;
        }
        CHECK_INT(column, count);
    }
    sl_expand(some, x, POINTS, SL_PLAIN);
    CHECK(memcmp(some, x, sizeof x) == 0);
}

static void the_first_layer_has_an_input_for_each(void)
{
    for (int set = 1; set <= ALL; set += 3) {
        sl_settings settings = small();
        settings.features = set;
        sl_trainer *trainer = make(&settings);
        const int32_t inputs = sl_feature_count(set);
        CHECK_INT(sl_trainer_layer_inputs(trainer, 0), inputs);
        CHECK_INT(sl_trainer_layer_inputs(trainer, 1), 12);
        CHECK_INT(sl_trainer_parameters(trainer), (inputs + 1) * 12 + 13 * 7 + 8 * 3);
        CHECK_INT(sl_trainer_train(trainer, 12), SL_OK);
        sl_trainer_free(trainer);
    }
}

/* What a host asks of points, what the trainer knows of its samples, and what a batch gives, are
 * the same features: the answers agree, bit for bit. */
static void every_way_to_ask_sees_the_same(void)
{
    sl_settings settings = small();
    settings.features = ALL;
    sl_dataset *data;
    sl_trainer *trainer;
    float probabilities[150 * 3], losses[150];
    uint32_t confusion[9], counted[9] = {0};
    uint8_t predicted[150];
    double loss, sum = 0.0;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);
    CHECK_INT(sl_trainer_train(trainer, 7), SL_OK); /* amid an epoch */
    const uint8_t *y = sl_dataset_y(data);
    sl_trainer_predict(trainer, probabilities, predicted, sl_dataset_x(data), 150);
    sl_trainer_sample_losses(trainer, losses);
    sl_trainer_evaluate(trainer, false, &loss, NULL, confusion);
    for (int i = 0; i < 150; i++) {
        CHECK_NEAR((double)losses[i], -log((double)probabilities[3 * i + y[i]]), 1e-5);
        sum += (double)losses[i];
        counted[3 * y[i] + predicted[i]]++;
    }
    CHECK_NEAR(loss, sum / 150, 1e-6);
    double first = 0.0;
    for (int i = 0; i < 64; i++) first += (double)losses[i];
    CHECK_NEAR(sl_trainer_gradients(trainer, NULL, sl_dataset_x(data), y, 64), first / 64, 1e-6);
    CHECK(memcmp(confusion, counted, sizeof counted) == 0);

    sl_trainer *undisturbed = make(&settings); /* the questions changed nothing */
    CHECK_INT(sl_trainer_train(undisturbed, 7 + 9), SL_OK);
    CHECK_INT(sl_trainer_train(trainer, 9), SL_OK);
    CHECK(same_weights(trainer, undisturbed));
    sl_trainer_free(undisturbed);
    sl_trainer_free(trainer);
    sl_dataset_free(data);
}

/* One batch of all samples, also of very many: its loss is theirs, in whatever order they are. */
static void a_batch_is_what_is_evaluated(void)
{
    for (int set = 1; set <= ALL; set += set < 16 ? 1 : 7) {
        sl_settings settings = small();
        settings.features = set;
        settings.points = set % 2 ? 50 : 500;
        settings.batch_size = SL_MAX_BATCH_SIZE;
        sl_trainer *trainer = make(&settings);
        double loss;
        sl_trainer_evaluate(trainer, false, &loss, NULL, NULL);
        CHECK_INT(sl_trainer_train(trainer, 1), SL_OK);
        CHECK_NEAR(sl_trainer_last_loss(trainer), loss, 1e-6);
        sl_trainer_free(trainer);
    }
}

/* Without a hidden layer the logits are plain sums: w f(x) + b, checked against libm. */
static void the_inputs_reach_the_first_layer(void)
{
    sl_settings settings = small();
    settings.features = POLAR;
    sl_settings_set_layers(&settings, NULL, NULL, 0);
    sl_trainer *trainer = make(&settings);
    const float weights[9] = {1, 2, 3, 4, 5, 6, 0.5f, 0, -0.5f}, x[2] = {-0.6f, 0.8f};
    float logits[3];
    sl_trainer_set_weights(trainer, weights);
    sl_trainer_activations(trainer, logits, 0, x, 1);
    const double r = 1.0, theta = atan2(0.8, -0.6);
    for (int k = 0; k < 3; k++)
        CHECK_NEAR((double)logits[k],
                   r * (double)weights[k] + theta * (double)weights[3 + k] + (double)weights[6 + k],
                   1e-5);
    sl_trainer_free(trainer);
}

static void features_cannot_change_on_the_way(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    CHECK_INT(sl_trainer_set(trainer, setting("features"), POLAR), SL_ERROR_FIXED);
    CHECK_INT(sl_trainer_set(trainer, setting("features"), 0), SL_ERROR_FEATURES);
    CHECK_INT(sl_trainer_set(trainer, setting("features"), SL_PLAIN), SL_OK);
    sl_trainer_free(trainer);
}

/* The squares overflow, the points do not: a lower rate will not help. */
static void features_that_overflow_are_told(void)
{
    const float x[] = {1e30f, 1.0f, -1e30f, 2.0f};
    const uint8_t y[] = {0, 1};
    sl_settings settings = small();
    sl_dataset *data;
    sl_trainer *trainer;
    settings.features = ALL;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_OK);
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_ERROR_NOT_FINITE);
    sl_trainer_free(trainer);
    sl_dataset_free(data);
}

int main(void)
{
    features_are_those_of_numpy();
    a_set_has_its_features_in_order();
    the_first_layer_has_an_input_for_each();
    every_way_to_ask_sees_the_same();
    a_batch_is_what_is_evaluated();
    the_inputs_reach_the_first_layer();
    features_cannot_change_on_the_way();
    features_that_overflow_are_told();
    return check_verdict();
}
