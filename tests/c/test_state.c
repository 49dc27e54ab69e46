/* Saving, loading, and what must not be loaded. */
#include <float.h>

#include "../crc32.h"
#include "inputs.h"
#include "support.h"
#include "trainer.h"

/* Whatever a run can hold: split, dropout, batch normalisation, plateau, early stopping. */
static sl_settings full(void)
{
    sl_settings settings = small();
    settings.validation_split = 0.2;
    settings.dropout = 0.1;
    settings.batch_norm = 1;
    settings.l2 = 0.001;
    settings.schedule = SL_PLATEAU;
    settings.plateau_patience = 2;
    settings.early_stopping = 1;
    settings.patience = 50;
    settings.activations[1] = SL_TANH;
    return settings;
}

typedef struct file {
    uint8_t *bytes;
    size_t size;
} file;

static file save(const sl_trainer *trainer)
{
    file saved = {malloc(sl_trainer_saved_size(trainer)), sl_trainer_saved_size(trainer)};
    CHECK_INT(sl_trainer_save(trainer, saved.bytes), SL_OK);
    return saved;
}

static void expect_refused(const uint8_t *bytes, size_t size, sl_status status)
{
    sl_trainer *trainer = (sl_trainer *)bytes;
    CHECK_INT(sl_trainer_load(bytes, size, &trainer), status);
    CHECK(trainer == NULL);
}

static bool same_state(const sl_trainer *a, const sl_trainer *b)
{
    file of_a = save(a), of_b = save(b);
    bool same = of_a.size == of_b.size && memcmp(of_a.bytes, of_b.bytes, of_a.size) == 0;
    free(of_a.bytes);
    free(of_b.bytes);
    return same;
}

static void resumed_equals_never_stopped(const sl_settings *settings)
{
    for (int steps = 0; steps <= 13; steps++) { /* at the start, amid an epoch, between two */
        sl_trainer *straight = make(settings), *resumed;
        sl_trainer_train(straight, steps);
        file saved = save(straight);
        CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &resumed), SL_OK);
        CHECK(same_state(straight, resumed));
        CHECK_INT(sl_trainer_train(straight, 21), SL_OK);
        CHECK_INT(sl_trainer_train(resumed, 21), SL_OK);
        CHECK(same_weights(straight, resumed));
        CHECK(same_state(straight, resumed));
        free(saved.bytes);
        sl_trainer_free(straight);
        sl_trainer_free(resumed);
    }
}

static sl_trainer *reloaded(sl_trainer *trainer)
{
    sl_trainer *loaded;
    file saved = save(trainer);
    CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &loaded), SL_OK);
    free(saved.bytes);
    sl_trainer_free(trainer);
    return loaded;
}

/* Early stopping on, off, saved, on again: what it watched before is forgotten on both ways. */
static void early_stopping_that_was_off_begins_anew(void)
{
    sl_settings settings = impatient(2);
    sl_trainer *straight = make(&settings), *resumed = make(&settings);
    for (int way = 0; way < 2; way++) {
        sl_trainer **trainer = way ? &resumed : &straight;
        CHECK_INT(sl_trainer_train(*trainer, 7), SL_OK);
        CHECK_INT(sl_trainer_set(*trainer, setting("early_stopping"), 0), SL_OK);
        CHECK_INT(sl_trainer_train(*trainer, 4), SL_OK);
        if (way) resumed = reloaded(resumed);
        CHECK_INT(sl_trainer_best_epoch(*trainer), 0);
        CHECK_INT(sl_trainer_set(*trainer, setting("early_stopping"), 1), SL_OK);
        CHECK_INT(sl_trainer_train(*trainer, 100), SL_OK);
        CHECK(sl_trainer_stopped(*trainer));
        CHECK_INT(sl_trainer_best_epoch(*trainer), 3);
    }
    CHECK(same_state(straight, resumed));
    sl_trainer_free(straight);
    sl_trainer_free(resumed);
}

/* Amid an epoch the squares of the gradients overflow long before loss or weights do. */
static void overflown_moments_are_saved_and_go_on(void)
{
    sl_settings settings = small();
    settings.optimizer = SL_RMSPROP;
    sl_trainer *trainer = make(&settings);
    const int32_t parameters = sl_trainer_parameters(trainer);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_OK);
    float *weights = weights_of(trainer);
    for (int32_t i = 0; i < parameters; i++) weights[i] *= 3e10f;
    sl_trainer_set_weights(trainer, weights);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_OK);
    bool overflown = false;
    for (size_t i = 0; i < trainer->network.trainable; i++)
        overflown |= trainer->learned.v[i] > FLT_MAX;
    CHECK(overflown);
    sl_trainer_free(reloaded(trainer));
    free(weights);
}

static void a_loaded_run_goes_on_as_if_it_had_never_stopped(void)
{
    sl_settings plain = small(), with_all = full(), stuck = full();
    stuck.learning_rate = 1e-8; /* so that plateau and patience count */
    stuck.patience = 3;
    resumed_equals_never_stopped(&plain);
    resumed_equals_never_stopped(&with_all);
    resumed_equals_never_stopped(&stuck);
    with_all.features = SL_EVERY_FEATURE;
    with_all.stratify = 1;
    resumed_equals_never_stopped(&with_all);
}

/* Saved after 7 steps of full() by an earlier version; in the first ten classes were the most. The
 * tests run in their own folder. */
static file earlier(const char *name)
{
    file saved = {malloc(16384), 0};
    FILE *opened = fopen(name, "rb");
    if (!opened) {
        printf("%s is not in the working folder\n", name);
        exit(1);
    }
    saved.size = fread(saved.bytes, 1, 16384, opened);
    fclose(opened);
    CHECK(saved.size > 1000 && saved.size < 16384);
    return saved;
}

static void a_file_of_an_earlier_version_goes_on(const char *name)
{
    sl_settings settings = full();
    sl_trainer *straight = make(&settings), *resumed;
    file saved = earlier(name);
    CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &resumed), SL_OK);
    if (resumed) {
        CHECK_INT(sl_trainer_total_steps(resumed), 7);
        CHECK_INT(sl_trainer_train(resumed, 20), SL_OK);
        CHECK_INT(sl_trainer_train(straight, 7 + 20), SL_OK);
        CHECK(same_state(straight, resumed));
    }
    free(saved.bytes);
    sl_trainer_free(straight);
    sl_trainer_free(resumed);
}

enum { LATER = 5 }; /* settings before these that the first version did not have */

/* Their rules were different then. */
static void rmsprop_and_normal_kernels_of_version_1_are_refused(void)
{
    const struct {
        const char *name;
        double value;
    } changed[] = {{"optimizer", SL_RMSPROP},
                   {"initializer", SL_GLOROT_NORMAL},
                   {"initializer", SL_HE_NORMAL}};
    for (int i = 0; i < 3; i++) {
        file saved = earlier("version_1.model");
        memcpy(saved.bytes + 16 + 8 * (setting(changed[i].name) - LATER), &changed[i].value, 8);
        put_checksum_right(saved.bytes, saved.size);
        expect_refused(saved.bytes, saved.size, SL_ERROR_FILE_VERSION);
        free(saved.bytes);
    }
}

/* Where bytes, or a text, begin in a file. */
static uint8_t *found_bytes(file saved, const void *bytes, size_t length)
{
    for (size_t at = 0; at + length <= saved.size; at++)
        if (memcmp(saved.bytes + at, bytes, length) == 0) return saved.bytes + at;
    CHECK(false);
    return saved.bytes;
}

static uint8_t *found(file saved, const char *text)
{
    return found_bytes(saved, text, strlen(text));
}

/* Settings have names in a file, so that a later version can add one. */
static void a_setting_that_is_not_in_a_file_has_its_initial_value(void)
{
    sl_settings settings = small();
    settings.momentum = 0.5;
    sl_trainer *trainer = make(&settings), *loaded;
    file saved = save(trainer);
    uint8_t *entry = found(saved, "\010momentum");
    const size_t size = 1 + 8 + 8, behind = saved.size - (size_t)(entry + size - saved.bytes);
    const int32_t count = sl_setting_count() - 1;
    memmove(entry, entry + size, behind);
    memcpy(saved.bytes + 16, &count, sizeof count);
    saved.size -= size;
    put_checksum_right(saved.bytes, saved.size);
    CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &loaded), SL_OK);
    if (loaded) CHECK_NEAR(sl_trainer_settings(loaded)->momentum, 0.9, 0.0);
    sl_trainer_free(loaded);
    free(saved.bytes);
    sl_trainer_free(trainer);
}

static void a_setting_that_is_not_known_is_of_another_version(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    file saved = save(trainer);
    memcpy(found(saved, "momentum"), "momentux", 8);
    put_checksum_right(saved.bytes, saved.size);
    expect_refused(saved.bytes, saved.size, SL_ERROR_FILE_VERSION);
    free(saved.bytes);
    sl_trainer_free(trainer);
}

static void the_points_of_each_class_come_along(void)
{
    const double points[] = {30, 20, 10};
    sl_settings settings = small();
    CHECK_INT(sl_settings_set_points(&settings, points, 3), SL_OK);
    resumed_equals_never_stopped(&settings);
    sl_trainer *trainer = make(&settings), *loaded;
    CHECK_INT(sl_trainer_samples(trainer, false), 60);
    file saved = save(trainer);
    CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &loaded), SL_OK);
    if (loaded) {
        CHECK_INT(sl_trainer_settings(loaded)->point_counts, 3);
        CHECK_INT(sl_trainer_settings(loaded)->points_of[1], 20);
    }
    /* None of a class, or too many, or of more classes than there can be. */
    const double bad[] = {0, NAN, 1e9};
    uint8_t *first = found_bytes(saved, points, sizeof points);
    for (int i = 0; i < 3; i++) {
        memcpy(first, &bad[i], sizeof bad[i]);
        put_checksum_right(saved.bytes, saved.size);
        expect_refused(saved.bytes, saved.size, SL_ERROR_FILE_DAMAGED);
    }
    memcpy(first, points, sizeof points);
    first[-4] = SL_MAX_CLASSES + 1;
    put_checksum_right(saved.bytes, saved.size);
    expect_refused(saved.bytes, saved.size, SL_ERROR_FILE_DAMAGED);
    free(saved.bytes);
    sl_trainer_free(loaded);
    sl_trainer_free(trainer);
}

static void saving_changes_nothing(void)
{
    sl_settings settings = full();
    sl_trainer *saved_often = make(&settings), *never = make(&settings);
    for (int i = 0; i < 11; i++) {
        sl_trainer_train(saved_often, 1);
        free(save(saved_often).bytes);
    }
    sl_trainer_train(never, 11);
    CHECK(same_state(saved_often, never));
    sl_trainer_free(saved_often);
    sl_trainer_free(never);
}

static void the_data_comes_along(void)
{
    sl_settings settings = full();
    sl_trainer *trainer = make(&settings);
    sl_dataset *original, *held;
    sl_dataset_create(&settings, &original);
    CHECK_INT(sl_trainer_dataset(trainer, &held), SL_OK);
    CHECK_INT(memcmp(sl_dataset_x(held), sl_dataset_x(original), 300 * sizeof(float)), 0);
    CHECK_INT(memcmp(sl_dataset_y(held), sl_dataset_y(original), 150), 0);
    sl_dataset_free(original);
    sl_dataset_free(held);
    sl_trainer_free(trainer);
}

static void foreign_truncated_and_damaged_files_are_refused(void)
{
    sl_settings settings = full();
    sl_trainer *trainer = make(&settings);
    sl_trainer_train(trainer, 7);
    file saved = save(trainer);

    expect_refused((const uint8_t *)"hello, I am a text file", 23, SL_ERROR_FILE);
    expect_refused(saved.bytes, 0, SL_ERROR_FILE);
    expect_refused(saved.bytes, 15, SL_ERROR_FILE);
    for (size_t size = 16; size < saved.size; size += 1 + size / 9)
        expect_refused(saved.bytes, size, SL_ERROR_FILE_DAMAGED);
    for (size_t at = 12; at < saved.size; at += 1 + at / 5) {
        saved.bytes[at] ^= 4;
        expect_refused(saved.bytes, saved.size, SL_ERROR_FILE_DAMAGED);
        saved.bytes[at] ^= 4;
    }
    saved.bytes[8]++;
    expect_refused(saved.bytes, saved.size, SL_ERROR_FILE_VERSION);
    free(saved.bytes);
    sl_trainer_free(trainer);
}

/* The address sanitizer counts what is not given back. */
static void a_thousand_trainers_come_and_go(void)
{
    for (int i = 0; i < 1000; i++) {
        const double units[] = {1 + i % 40, 9};
        sl_settings settings = full();
        sl_settings_set_layers(&settings, units, NULL, 2);
        settings.batch_norm = i % 2;
        settings.dropout = i % 3 ? 0.1 : 0.0;
        sl_trainer *trainer = make(&settings), *loaded;
        CHECK_INT(sl_trainer_train(trainer, 6), SL_OK);
        file saved = save(trainer);
        CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &loaded), SL_OK);
        free(saved.bytes);
        sl_trainer_free(loaded);
        sl_trainer_free(trainer);
    }
}

/* Any bytes whose checksum is right load or are refused; nothing breaks (the sanitizers watch), and
 * what loads can train. */
static void a_right_checksum_is_not_trusted(void)
{
    sl_settings settings = full();
    sl_trainer *trainer = make(&settings), *loaded;
    sl_random random;
    int refused = 0;
    sl_trainer_train(trainer, 7);
    file saved = save(trainer);
    sl_random_seed(&random, 8);
    for (int round = 0; round < 4000; round++) {
        file forged = {malloc(saved.size), saved.size};
        memcpy(forged.bytes, saved.bytes, saved.size);
        size_t reach = round % 2 ? saved.size : 700; /* half of them into settings and counters */
        for (int k = 0; k < 1 + round % 3; k++)
            forged.bytes[16 + (size_t)(sl_random_sample(&random) * (double)(reach - 16))] =
                (uint8_t)(sl_random_sample(&random) * 256);
        put_checksum_right(forged.bytes, forged.size);
        if (sl_trainer_load(forged.bytes, forged.size, &loaded) == SL_OK)
            sl_trainer_train(loaded, 6);
        else
            refused++;
        sl_trainer_free(loaded);
        free(forged.bytes);
    }
    CHECK(refused > 100);
    free(saved.bytes);
    sl_trainer_free(trainer);
}

/* A state that no run can reach is refused. */
static void counters_beyond_the_run_are_refused(void)
{
    sl_settings settings = full();
    for (int which = 0; which <= 8; which++) {
        sl_trainer *trainer = make(&settings), *loaded;
        sl_trainer_train(trainer, 6);
        if (which == 1) trainer->hits = INT64_MAX;
        if (which == 2) trainer->hits = -1;
        if (which == 3) trainer->now.watches.stopping.wait = INT32_MAX;
        if (which == 4) trainer->now.watches.plateau.best_epoch = 2;
        if (which == 5) trainer->checkpoint.epoch = 2;
        if (which == 6) trainer->fit = (sl_fit)3;
        if (which == 7) trainer->diverged_step = -1;
        if (which == 8) trainer->checkpoint_use = SL_NO_CHECKPOINT;
        file saved = save(trainer);
        sl_status expected = which ? SL_ERROR_FILE_DAMAGED : SL_OK;
        CHECK_INT(sl_trainer_load(saved.bytes, saved.size, &loaded), expected);
        if (loaded) sl_trainer_train(loaded, 20);
        sl_trainer_free(loaded);
        sl_trainer_free(trainer);
        free(saved.bytes);
    }
}

/* Between two epochs; amid one the loss will show it. */
static void what_loading_would_refuse_is_not_saved(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    sl_trainer_train(trainer, 5);
    float *weights = weights_of(trainer), good = weights[3];
    const float bad[] = {INFINITY, -INFINITY, NAN};
    file saved = save(trainer);
    for (int i = 0; i < 3; i++) {
        weights[3] = bad[i];
        sl_trainer_set_weights(trainer, weights);
        memset(saved.bytes, 7, saved.size);
        CHECK_INT(sl_trainer_save(trainer, saved.bytes), SL_ERROR_WEIGHTS);
        CHECK(saved.bytes[0] == 7 && saved.bytes[saved.size - 1] == 7);
    }
    weights[3] = good;
    sl_trainer_set_weights(trainer, weights);
    CHECK_INT(sl_trainer_save(trainer, saved.bytes), SL_OK);
    free(saved.bytes);
    free(weights);
    sl_trainer_free(trainer);
}

/* Equal states are equal however they were reached: here a step that led nowhere was taken back. */
static void equal_trainers_save_equal_bytes(void)
{
    sl_settings settings = small();
    sl_trainer *straight = make(&settings), *back = make(&settings);
    sl_trainer_train(straight, 5);
    sl_trainer_train(back, 7);
    float *weights = weights_of(back);
    weights[0] = NAN;
    sl_trainer_set_weights(back, weights);
    CHECK_INT(sl_trainer_train(back, 1), SL_ERROR_DIVERGED);
    sl_trainer_train(straight, 6);
    sl_trainer_train(back, 6);
    back->diverged_step = 0; /* what they differ in */
    CHECK(same_state(straight, back));
    free(weights);
    sl_trainer_free(straight);
    sl_trainer_free(back);
}

int main(void)
{
    a_loaded_run_goes_on_as_if_it_had_never_stopped();
    early_stopping_that_was_off_begins_anew();
    overflown_moments_are_saved_and_go_on();
    a_file_of_an_earlier_version_goes_on("version_1.model");
    a_file_of_an_earlier_version_goes_on("version_2.model");
    the_points_of_each_class_come_along();
    rmsprop_and_normal_kernels_of_version_1_are_refused();
    a_setting_that_is_not_in_a_file_has_its_initial_value();
    a_setting_that_is_not_known_is_of_another_version();
    saving_changes_nothing();
    the_data_comes_along();
    foreign_truncated_and_damaged_files_are_refused();
    a_right_checksum_is_not_trusted();
    counters_beyond_the_run_are_refused();
    what_loading_would_refuse_is_not_saved();
    equal_trainers_save_equal_bytes();
    a_thousand_trainers_come_and_go();
    return check_verdict();
}
