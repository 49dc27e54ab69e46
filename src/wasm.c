#include "wasm.h"

int sl_max_hidden_layers(void)
{
    return SL_MAX_HIDDEN_LAYERS;
}

int sl_max_units(void)
{
    return SL_MAX_UNITS;
}

int sl_max_classes(void)
{
    return SL_MAX_CLASSES;
}

double sl_trainer_max_bytes(void)
{
    return SL_MAX_MEGABYTES * 1e6;
}

int sl_status_count(void)
{
    return SL_STATUS_COUNT;
}

size_t sl_random_size(void)
{
    return sizeof(sl_random);
}

int sl_settings_layers(const sl_settings *settings)
{
    return settings->hidden_layers;
}

double sl_settings_units(const sl_settings *settings, int layer)
{
    return (double)settings->units[layer];
}

int sl_settings_own_activation(const sl_settings *settings, int layer)
{
    return settings->activations[layer];
}

int sl_settings_point_counts(const sl_settings *settings)
{
    return settings->point_counts;
}

double sl_settings_points_of(const sl_settings *settings, int label)
{
    return (double)settings->points_of[label];
}

size_t sl_settings_size(void)
{
    return sizeof(sl_settings);
}
