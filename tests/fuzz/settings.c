/* Any settings: they are refused with a status, or make a run that trains, is saved, and can go on
 * after it has diverged. */
#include "fuzz.h"

enum { MOST_POINTS = 24, MOST_UNITS = 24, STEPS = 60 };

/* Half of the values are near an end of their range, where the faults are. */
static double any_value(input *in, int index)
{
    const double low = sl_setting_minimum(index), high = sl_setting_maximum(index);
    const uint8_t way = next_byte(in);
    const double share = next_share(in);
    double value = low + (high - low) * share;
    if (way % 4 == 0) value = low + (high - low) * share * share * share * share;
    if (way % 4 == 1) value = way % 8 < 4 ? low : high;
    if (way == 2) value = high + 1.0; /* and some that are refused */
    if (way == 3) value = -value;
    return sl_setting_kind(index) == SL_NUMBER ? value : (double)(int64_t)value;
}

/* Points of each class, mostly as many as there are classes, or one number for all. */
static sl_status any_points(input *in, sl_settings *settings)
{
    double points[SL_MAX_CLASSES + 1];
    const uint8_t way = next_byte(in);
    const int count = way % 4 ? (int)settings->classes : way % (SL_MAX_CLASSES + 2);
    for (int k = 0; k < count; k++) points[k] = next_byte(in) % (MOST_POINTS + 1);
    const sl_status status = sl_settings_set_points(settings, points, count);
    PROMISE(status == SL_OK || status == SL_ERROR_POINTS || status == SL_ERROR_POINT_COUNTS);
    return status;
}

static sl_status any_settings(input *in, sl_settings *settings)
{
    sl_status status = SL_OK;
    double units[SL_MAX_HIDDEN_LAYERS + 1], activations[SL_MAX_HIDDEN_LAYERS + 1];
    const double few[] = {9, 4};
    const int layers = next_byte(in) % (SL_MAX_HIDDEN_LAYERS + 2);

    sl_settings_init(settings);
    for (int i = 0; i < sl_setting_count(); i++) {
        if (next_byte(in) % 3) continue; /* as it is in the article's run */
        const sl_status refused = sl_settings_set(settings, i, any_value(in, i));
        PROMISE(refused == SL_OK || refused == sl_setting_status(i));
        if (refused) status = refused;
    }
    for (int l = 0; l < layers; l++) {
        units[l] = next_byte(in) % (MOST_UNITS + 1);
        activations[l] = next_byte(in) % 8 - 1;
    }
    const sl_status refused = sl_settings_set_layers(settings, units, activations, layers);
    if (refused) PROMISE(sl_settings_set_layers(settings, few, NULL, 2) == SL_OK);
    settings->points = 1 + settings->points % MOST_POINTS;
    if (next_byte(in) % 2) status = any_points(in, settings);
    return refused ? refused : status;
}

static int setting(const char *name)
{
    int index = 0;
    while (strcmp(sl_setting_name(index), name) != 0) index++;
    return index;
}

/* A step is possible at some lower rate, unless the status has said that it is at none. */
static void goes_on_after_diverging(sl_trainer *trainer, sl_status status)
{
    const int rate = setting("learning_rate");
    const double least = sl_setting_minimum(rate);
    for (int i = 0; i < 15 && status == SL_ERROR_DIVERGED; i++) {
        const double lower = sl_trainer_settings(trainer)->learning_rate / 10;
        PROMISE(sl_trainer_set(trainer, rate, lower > least ? lower : least) == SL_OK);
        status = sl_trainer_train(trainer, 1);
    }
    PROMISE(status == SL_OK || status == SL_ERROR_NOT_FINITE);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = {bytes, size};
    sl_settings settings;
    sl_dataset *data;
    sl_trainer *trainer;
    any_settings(&in, &settings);
    if (sl_dataset_create(&settings, &data)) return 0;

    const double needed = sl_trainer_bytes(&settings, data);
    sl_status status = sl_trainer_create(&settings, data, &trainer);
    sl_dataset_free(data);
    PROMISE((status == SL_OK) == (trainer != NULL));
    PROMISE((status == SL_OK) == (needed <= SL_MAX_MEGABYTES * 1e6));
    if (status) return 0;

    status = sl_trainer_train(trainer, next_byte(&in) % STEPS);
    PROMISE(status == SL_OK || status == SL_ERROR_DIVERGED || status == SL_ERROR_NOT_FINITE);
    goes_on_after_diverging(trainer, status);
    goes_on_from_its_bytes(trainer, 1 + next_byte(&in) % STEPS);
    sl_trainer_free(trainer);
    return 0;
}
