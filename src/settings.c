#include "spiral_lab.h"

#define SEED_MAXIMUM 4294967295.0

/* One row a scalar setting: the single source of names, ranges and defaults for every host. */
typedef struct setting {
    const char *name;
    sl_kind kind;
    sl_status status;
    size_t offset;
    double minimum, maximum, initial;
    const char *const *choices; /* ended by NULL */
} setting;

static const char *const activations[] = {"relu", NULL};
static const char *const initializers[] = {"glorot_uniform", NULL};
static const char *const optimizers[] = {"adam", NULL};

#define AT(field) offsetof(sl_settings, field)

static const setting table[] = {
    {"classes", SL_INTEGER, SL_ERROR_CLASSES, AT(classes), 2, SL_MAX_CLASSES, 3, NULL},
    {"points", SL_INTEGER, SL_ERROR_POINTS, AT(points), 1, SL_MAX_POINTS, 500, NULL},
    {"noise", SL_NUMBER, SL_ERROR_NOISE, AT(noise), 0, 10, 0.2, NULL},
    {"turn", SL_NUMBER, SL_ERROR_TURN, AT(turn), -100, 100, 4, NULL},
    {"data_seed", SL_INTEGER, SL_ERROR_DATA_SEED, AT(data_seed), 0, SEED_MAXIMUM, 1, NULL},
    {"activation", SL_CHOICE, SL_ERROR_ACTIVATION, AT(activation), 0, 0, SL_RELU, activations},
    {"initializer", SL_CHOICE, SL_ERROR_INITIALIZER, AT(initializer), 0, 0, SL_GLOROT_UNIFORM,
     initializers},
    {"optimizer", SL_CHOICE, SL_ERROR_OPTIMIZER, AT(optimizer), 0, 0, SL_ADAM, optimizers},
    {"learning_rate", SL_NUMBER, SL_ERROR_LEARNING_RATE, AT(learning_rate), 1e-8, 1000, 0.01, NULL},
    {"batch_size", SL_INTEGER, SL_ERROR_BATCH_SIZE, AT(batch_size), 1, SL_MAX_BATCH_SIZE, 32, NULL},
    {"epochs", SL_INTEGER, SL_ERROR_EPOCHS, AT(epochs), 1, SL_MAX_EPOCHS, 50, NULL},
    {"seed", SL_INTEGER, SL_ERROR_SEED, AT(seed), 0, SEED_MAXIMUM, 0, NULL},
};

enum { SETTINGS = sizeof table / sizeof table[0] };

static void *field(sl_settings *settings, const setting *row) {
    return (char *)settings + row->offset;
}

static const void *const_field(const sl_settings *settings, const setting *row) {
    return (const char *)settings + row->offset;
}

/* Comparisons are written so that NaN fails them. */
static bool in_range(double value, double minimum, double maximum) {
    return value >= minimum && value <= maximum;
}

static bool whole(double value) {
    return in_range(value, -9e15, 9e15) && value == (double)(int64_t)value;
}

static bool allowed(const setting *row, double value) {
    return in_range(value, row->minimum, row->maximum) && (row->kind == SL_NUMBER || whole(value));
}

static void store(sl_settings *settings, const setting *row, double value) {
    switch (row->kind) {
    case SL_INTEGER:
        *(int64_t *)field(settings, row) = (int64_t)value;
        break;
    case SL_NUMBER:
        *(double *)field(settings, row) = value;
        break;
    case SL_CHOICE:
        *(int *)field(settings, row) = (int)value;
        break;
    }
}

static double load(const sl_settings *settings, const setting *row) {
    const void *at = const_field(settings, row);
    switch (row->kind) {
    case SL_INTEGER:
        return (double)*(const int64_t *)at;
    case SL_NUMBER:
        return *(const double *)at;
    case SL_CHOICE:
        break;
    }
    return *(const int *)at;
}

void sl_settings_init(sl_settings *settings) {
    static const double article[] = {128, 64, 32, 16};

    *settings = (sl_settings){0};
    for (int i = 0; i < SETTINGS; i++) store(settings, &table[i], table[i].initial);
    sl_settings_set_layers(settings, article, 4);
}

sl_status sl_settings_check(const sl_settings *settings) {
    for (int i = 0; i < SETTINGS; i++) {
        if (!allowed(&table[i], load(settings, &table[i]))) return table[i].status;
    }
    if (settings->hidden_layers < 0 || settings->hidden_layers > SL_MAX_HIDDEN_LAYERS)
        return SL_ERROR_LAYERS;
    for (int l = 0; l < settings->hidden_layers; l++) {
        if (settings->units[l] < 1 || settings->units[l] > SL_MAX_UNITS) return SL_ERROR_UNITS;
    }
    return SL_OK;
}

sl_status sl_settings_set_layers(sl_settings *settings, const double *units, double layers) {
    if (!in_range(layers, 0, SL_MAX_HIDDEN_LAYERS) || !whole(layers)) return SL_ERROR_LAYERS;
    for (int l = 0; l < (int)layers; l++) {
        if (!in_range(units[l], 1, SL_MAX_UNITS) || !whole(units[l])) return SL_ERROR_UNITS;
    }
    settings->hidden_layers = (int)layers;
    for (int l = 0; l < (int)layers; l++) settings->units[l] = (int64_t)units[l];
    return SL_OK;
}

double sl_settings_get(const sl_settings *settings, int index) {
    return load(settings, &table[index]);
}

sl_status sl_settings_set(sl_settings *settings, int index, double value) {
    if (!allowed(&table[index], value)) return table[index].status;
    store(settings, &table[index], value);
    return SL_OK;
}

size_t sl_settings_size(void) {
    return sizeof(sl_settings);
}

int sl_setting_count(void) {
    return SETTINGS;
}

const char *sl_setting_name(int index) {
    return table[index].name;
}

sl_kind sl_setting_kind(int index) {
    return table[index].kind;
}

double sl_setting_minimum(int index) {
    return table[index].minimum;
}

double sl_setting_maximum(int index) {
    return table[index].maximum;
}

sl_status sl_setting_status(int index) {
    return table[index].status;
}

const char *sl_setting_choice(int index, int choice) {
    const char *const *choices = table[index].choices;
    return choices && choice >= 0 && choice <= (int)table[index].maximum ? choices[choice] : NULL;
}

int sl_max_hidden_layers(void) {
    return SL_MAX_HIDDEN_LAYERS;
}

int sl_max_units(void) {
    return SL_MAX_UNITS;
}

int sl_max_classes(void) {
    return SL_MAX_CLASSES;
}
