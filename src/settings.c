#include "settings.h"

#include "generators.h"
#include "inputs.h"

/* ---------------------------------------------------------------- the table */

#define SEED_MAXIMUM 4294967295.0

static const char *const datasets[] = {"spirals",        "moons", "circles", "blobs",
                                       "classification", "xor",   "given",   NULL};
static const char *const features[] = {"x",     "y",     "x2", "y2",    "xy",
                                       "sin_x", "sin_y", "r",  "theta", NULL};
static const char *const activations[] = {"linear", "relu",    "leaky_relu", "elu",
                                          "tanh",   "sigmoid", NULL};
enum { ACTIVATIONS = sizeof activations / sizeof *activations - 1 };
static const char *const initializers[] = {"glorot_uniform", "glorot_normal", "he_uniform",
                                           "he_normal",      "zeros",         NULL};
static const char *const outputs[] = {"softmax", "sigmoid", NULL};
static const char *const optimizers[] = {"sgd",  "momentum", "nesterov", "rmsprop",
                                         "adam", "adamw",    NULL};
static const char *const schedules[] = {"constant", "step",    "exponential",
                                        "cosine",   "plateau", NULL};

#define AT(field) #field, offsetof(sl_settings, field)
#define INTEGER(field, what, low, high, initial, live)                                             \
    {                                                                                              \
        AT(field), SL_INTEGER, low, high, initial, live, NULL,                                     \
            what " must be a whole number from " TEXT(low) " to " TEXT(high) "."                   \
    }
#define NUMBER(field, what, low, high, initial, live)                                              \
    {                                                                                              \
        AT(field), SL_NUMBER, low, high, initial, live, NULL,                                      \
            what " must be a number from " TEXT(low) " to " TEXT(high) "."                         \
    }
#define CHOICE(field, choices, initial, message)                                                   \
    {                                                                                              \
        AT(field), SL_CHOICE, 0, sizeof choices / sizeof choices[0] - 2, initial, false, choices,  \
            message                                                                                \
    }
#define BOOLEAN(field, what, live)                                                                 \
    {                                                                                              \
        AT(field), SL_BOOLEAN, 0, 1, 0, live, NULL, what " must be true or false."                 \
    }
#define SEED(field, what, initial)                                                                 \
    {                                                                                              \
        AT(field), SL_INTEGER, 0, SEED_MAXIMUM, initial, false, NULL,                              \
            what " must be a whole number from 0 to 4294967295."                                   \
    }

#define OF(setting) SL_ERROR_##setting - SL_ERROR_DATASET

/* The last word says whether a trainer lets it change on the way. */
static const sl_setting table[] = {
    [OF(DATASET)] =
        CHOICE(dataset, datasets, SL_SPIRALS,
               "The dataset must be spirals, moons, circles, blobs, classification, xor or given."),
    [OF(CLASSES)] = INTEGER(classes, "The number of classes", 2, SL_MAX_CLASSES, 3, false),
    [OF(POINTS)] = INTEGER(points, "The points per class", 1, SL_MAX_POINTS, 500, false),
    [OF(NOISE)] = NUMBER(noise, "The noise", 0, 10, 0.2, false),
    [OF(TURN)] = NUMBER(turn, "The turn", -100, 100, 4, false),
    [OF(FACTOR)] = NUMBER(factor, "The factor of the circles", 0, 0.99, 0.5, false),
    [OF(CLUSTER_STD)] =
        NUMBER(cluster_std, "The standard deviation of the blobs", 0, 100, 1, false),
    [OF(CLASS_SEP)] = NUMBER(class_sep, "The class separation", 0, 100, 1, false),
    [OF(FLIP_Y)] = NUMBER(flip_y, "The share of flipped labels", 0, 1, 0.01, false),
    [OF(CLUSTERS_PER_CLASS)] =
        INTEGER(clusters_per_class, "The clusters per class", 1, 2, 1, false),
    [OF(DATA_SEED)] = SEED(data_seed, "The data seed", 1),
    [OF(VALIDATION_SPLIT)] = NUMBER(validation_split, "The validation split", 0, 0.9, 0, false),
    [OF(STRATIFY)] = BOOLEAN(stratify, "Stratifying", false),
    [OF(FEATURES)] = {AT(features), SL_SET, 1, SL_EVERY_FEATURE, SL_PLAIN, false, features,
                      "The features must be one or more of x, y, x2, y2, xy, sin_x, sin_y, r and "
                      "theta."},
    [OF(ACTIVATION)] =
        CHOICE(activation, activations, SL_RELU,
               "The activation must be linear, relu, leaky_relu, elu, tanh or sigmoid."),
    [OF(INITIALIZER)] = CHOICE(
        initializer, initializers, SL_GLOROT_UNIFORM,
        "The initializer must be glorot_uniform, glorot_normal, he_uniform, he_normal or zeros."),
    [OF(OUTPUT)] = CHOICE(output, outputs, SL_SOFTMAX, "The output must be softmax or sigmoid."),
    [OF(BATCH_NORM)] = BOOLEAN(batch_norm, "Batch normalization", false),
    [OF(DROPOUT)] = NUMBER(dropout, "The dropout rate", 0, 0.95, 0, false),
    [OF(OPTIMIZER)] =
        CHOICE(optimizer, optimizers, SL_ADAM,
               "The optimizer must be sgd, momentum, nesterov, rmsprop, adam or adamw."),
    [OF(LEARNING_RATE)] = NUMBER(learning_rate, "The learning rate", 1e-8, 1000, 0.01, true),
    [OF(MOMENTUM)] = NUMBER(momentum, "The momentum", 0, 0.9999, 0.9, true),
    [OF(RHO)] = NUMBER(rho, "Rho", 0, 0.9999, 0.9, true),
    [OF(BETA_1)] = NUMBER(beta_1, "Beta 1", 0, 0.9999, 0.9, true),
    [OF(BETA_2)] = NUMBER(beta_2, "Beta 2", 0, 0.99999, 0.999, true),
    [OF(EPSILON)] = NUMBER(epsilon, "Epsilon", 1e-10, 1, 1e-7, true),
    [OF(WEIGHT_DECAY)] = NUMBER(weight_decay, "The weight decay", 0, 1, 0.01, true),
    [OF(BATCH_SIZE)] = INTEGER(batch_size, "The batch size", 1, SL_MAX_BATCH_SIZE, 32, false),
    [OF(EPOCHS)] = INTEGER(epochs, "The epochs", 1, SL_MAX_EPOCHS, 50, true),
    [OF(SEED)] = SEED(seed, "The seed", 0),
    [OF(L1)] = NUMBER(l1, "The L1 factor", 0, 10, 0, true),
    [OF(L2)] = NUMBER(l2, "The L2 factor", 0, 10, 0, true),
    [OF(CLIP_NORM)] = NUMBER(clip_norm, "The clipping norm", 0, 1000000, 0, true),
    [OF(SCHEDULE)] = CHOICE(schedule, schedules, SL_CONSTANT,
                            "The schedule must be constant, step, exponential, cosine or plateau."),
    [OF(DECAY_STEPS)] = INTEGER(decay_steps, "The decay steps", 1, 1000000000, 1000, true),
    [OF(DECAY_RATE)] = NUMBER(decay_rate, "The decay rate", 0, 1, 0.5, true),
    [OF(PLATEAU_PATIENCE)] =
        INTEGER(plateau_patience, "The plateau patience", 1, SL_MAX_EPOCHS, 10, true),
    [OF(EARLY_STOPPING)] = BOOLEAN(early_stopping, "Early stopping", true),
    [OF(PATIENCE)] = INTEGER(patience, "The patience", 0, SL_MAX_EPOCHS, 10, true),
    [OF(MIN_DELTA)] = NUMBER(min_delta, "The minimum delta", 0, 100, 0, true),
    [OF(RESTORE_BEST_WEIGHTS)] = BOOLEAN(restore_best_weights, "Restoring the best weights", true),
};

enum { SETTINGS = sizeof table / sizeof table[0] };
_Static_assert(SETTINGS == SL_STATUS_COUNT - SL_ERROR_DATASET, "one status a setting");

const sl_setting *sl_setting_at(int index)
{
    return &table[index];
}

/* ---------------------------------------------------------------- reading and writing */

static void *field(sl_settings *settings, const sl_setting *row)
{
    return (char *)settings + row->offset;
}

static const void *const_field(const sl_settings *settings, const sl_setting *row)
{
    return (const char *)settings + row->offset;
}

/* Comparisons are written so that NaN fails them. */
static bool in_range(double value, double minimum, double maximum)
{
    return value >= minimum && value <= maximum;
}

static bool whole(double value)
{
    return in_range(value, -9e15, 9e15) && value == (double)(int64_t)value;
}

static bool allowed(const sl_setting *row, double value)
{
    return in_range(value, row->minimum, row->maximum) && (row->kind == SL_NUMBER || whole(value));
}

static void store(sl_settings *settings, const sl_setting *row, double value)
{
    switch (row->kind) {
    case SL_INTEGER: *(int64_t *)field(settings, row) = (int64_t)value; break;
    case SL_NUMBER: *(double *)field(settings, row) = value; break;
    case SL_CHOICE:
    case SL_BOOLEAN:
    case SL_SET: *(int *)field(settings, row) = (int)value; break;
    }
}

static double load(const sl_settings *settings, const sl_setting *row)
{
    const void *at = const_field(settings, row);
    switch (row->kind) {
    case SL_INTEGER: return (double)*(const int64_t *)at;
    case SL_NUMBER: return *(const double *)at;
    case SL_CHOICE:
    case SL_BOOLEAN:
    case SL_SET: break;
    }
    return *(const int *)at;
}

void sl_settings_init(sl_settings *settings)
{
    static const double article[] = {128, 64, 32, 16};

    *settings = (sl_settings){0};
    for (int i = 0; i < SETTINGS; i++) store(settings, &table[i], table[i].initial);
    sl_settings_set_layers(settings, article, NULL, 4);
}

sl_status sl_settings_check(const sl_settings *settings)
{
    for (int i = 0; i < SETTINGS; i++) {
        if (!allowed(&table[i], load(settings, &table[i]))) return sl_setting_status(i);
    }
    if (settings->dataset == SL_CLASSIFICATION &&
        settings->classes * settings->clusters_per_class > SL_VERTICES)
        return SL_ERROR_CLUSTERS;
    if (settings->point_counts && settings->dataset != SL_GIVEN &&
        settings->point_counts != sl_settings_classes(settings))
        return SL_ERROR_POINT_COUNTS;
    for (int k = 0; k < settings->point_counts; k++)
        if (settings->points_of[k] < 1 || settings->points_of[k] > SL_MAX_POINTS)
            return SL_ERROR_POINTS;
    if (settings->hidden_layers < 0 || settings->hidden_layers > SL_MAX_HIDDEN_LAYERS)
        return SL_ERROR_LAYERS;
    for (int l = 0; l < settings->hidden_layers; l++) {
        if (settings->units[l] < 1 || settings->units[l] > SL_MAX_UNITS) return SL_ERROR_UNITS;
        if (settings->activations[l] < SL_DEFAULT_ACTIVATION ||
            settings->activations[l] >= ACTIVATIONS)
            return SL_ERROR_ACTIVATION;
    }
    return SL_OK;
}

sl_status sl_settings_set_points(sl_settings *settings, const double *points, double count)
{
    if (!in_range(count, 1, SL_MAX_CLASSES) || !whole(count)) return SL_ERROR_POINT_COUNTS;
    for (int k = 0; k < (int)count; k++)
        if (!allowed(&table[OF(POINTS)], points[k])) return SL_ERROR_POINTS;
    settings->points = (int64_t)points[0];
    settings->point_counts = count > 1 ? (int)count : 0;
    for (int k = 0; k < (int)count; k++) settings->points_of[k] = (int64_t)points[k];
    return SL_OK;
}

static double choice_or_default(const double *choices, int index)
{
    return choices ? choices[index] : (double)SL_DEFAULT_ACTIVATION;
}

sl_status sl_settings_set_layers(sl_settings *settings, const double *units,
                                 const double *layer_activations, double layers)
{
    if (!in_range(layers, 0, SL_MAX_HIDDEN_LAYERS) || !whole(layers)) return SL_ERROR_LAYERS;
    for (int l = 0; l < (int)layers; l++) {
        double activation = choice_or_default(layer_activations, l);
        if (!in_range(units[l], 1, SL_MAX_UNITS) || !whole(units[l])) return SL_ERROR_UNITS;
        if (!in_range(activation, SL_DEFAULT_ACTIVATION, ACTIVATIONS - 1) || !whole(activation))
            return SL_ERROR_ACTIVATION;
    }
    settings->hidden_layers = (int)layers;
    for (int l = 0; l < (int)layers; l++) {
        settings->units[l] = (int64_t)units[l];
        settings->activations[l] = (int)choice_or_default(layer_activations, l);
    }
    return SL_OK;
}

sl_activation sl_settings_activation(const sl_settings *settings, int layer)
{
    int own = settings->activations[layer];
    return (sl_activation)(own == SL_DEFAULT_ACTIVATION ? settings->activation : own);
}

int32_t sl_settings_classes(const sl_settings *settings)
{
    const int kind = settings->dataset;
    const bool two = kind == SL_MOONS || kind == SL_CIRCLES || kind == SL_XOR;
    return two ? 2 : (int32_t)settings->classes;
}

double sl_settings_get(const sl_settings *settings, int index)
{
    return load(settings, &table[index]);
}

sl_status sl_settings_set(sl_settings *settings, int index, double value)
{
    if (!allowed(&table[index], value)) return sl_setting_status(index);
    store(settings, &table[index], value);
    if (index == OF(POINTS)) settings->point_counts = 0;
    return SL_OK;
}

int sl_setting_count(void)
{
    return SETTINGS;
}

const char *sl_setting_name(int index)
{
    return table[index].name;
}

sl_kind sl_setting_kind(int index)
{
    return table[index].kind;
}

double sl_setting_minimum(int index)
{
    return table[index].minimum;
}

double sl_setting_maximum(int index)
{
    return table[index].maximum;
}

sl_status sl_setting_status(int index)
{
    return (sl_status)(SL_ERROR_DATASET + index);
}

bool sl_setting_live(int index)
{
    return table[index].live;
}

const char *sl_setting_choice(int index, int choice)
{
    const char *const *choices = table[index].choices;
    if (!choices || choice < 0) return NULL;
    for (; *choices && choice; choice--) choices++;
    return *choices;
}
