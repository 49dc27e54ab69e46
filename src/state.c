/* clang-format off */
/*
 * A trainer as bytes, and back. Numbers are little-endian.
 *
 *     header      magic [8], version u32, CRC-32 of all that follows u32
 *     settings    how many scalars u32, each as its name (length u8, letters) and f64; layers u32, of
 *                 each units, activation f64; classes with points of their own u32, of each f64
 *     data        samples, classes u32; x f32 [samples][2]; y u8 [samples]
 *     history     epochs u32; f64 [epochs][SL_HISTORY_COLUMNS]
 *     counters    step u32, diverged_step i64, fit u32, loss_sum f64, last_loss f64, hits i64
 *     standing    stopping, plateau: best f64, best_epoch, wait u32; plateau_factor, powers f64 [3];
 *                 random: key u32 [624], position, has_gauss u32, gauss f64
 *     learned     params f32 [network.size], m, v f32 [network.trainable]
 *     best        with early stopping: f32 [network.size]
 *     order       amid an epoch: u32 [training]
 *     checkpoint  sl_checkpoint_use u32; epoch u32, standing, learned
 *
 * A setting that is not there has its initial value, so that later versions can add some.
 *
 * Version 2 had no points of single classes.
 *
 * Version 1 had every scalar as f64 in the order of its table, and total_steps i32 before
 * diverged_step, which was i32 too. Its checkpoint stood there only amid an epoch: learned, random,
 * powers f64 [2], total_steps i32.
 */
/* clang-format on */
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "inputs.h"
#include "settings.h"
#include "trainer.h"
#include "writer.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "The bytes of numbers are written as they lie in memory."
#endif

static const char magic[8] = {'S', 'p', 'i', 'r', 'a', 'l', 'L', 'b'};
enum { VERSION = 3, HEADER = 16 };

static uint32_t crc32_of(const uint8_t *bytes, size_t size)
{
    static const uint32_t of_half[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190,
                                         0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344,
                                         0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278,
                                         0xbdbdf21c}; /* a byte */
    uint32_t crc = 0xffffffffu;
    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        crc = (crc >> 4) ^ of_half[crc & 15];
        crc = (crc >> 4) ^ of_half[crc & 15];
    }
    return ~crc;
}

/* ---------------------------------------------------------------- writing */

static void put_i32(sl_writer *w, int32_t value)
{
    sl_put(w, &value, sizeof value);
}

static void put_i64(sl_writer *w, int64_t value)
{
    sl_put(w, &value, sizeof value);
}

static void put_f64(sl_writer *w, double value)
{
    sl_put(w, &value, sizeof value);
}

static void put_settings(sl_writer *w, const sl_settings *settings)
{
    put_i32(w, sl_setting_count());
    for (int i = 0; i < sl_setting_count(); i++) {
        const char *name = sl_setting_name(i);
        const uint8_t length = (uint8_t)strlen(name);
        sl_put(w, &length, 1);
        sl_put(w, name, length);
        put_f64(w, sl_settings_get(settings, i));
    }
    put_i32(w, settings->hidden_layers);
    for (int l = 0; l < settings->hidden_layers; l++) {
        put_f64(w, (double)settings->units[l]);
        put_f64(w, settings->activations[l]);
    }
    put_i32(w, settings->point_counts);
    for (int k = 0; k < settings->point_counts; k++) put_f64(w, (double)settings->points_of[k]);
}

static void put_data(sl_writer *w, const sl_trainer *trainer)
{
    const size_t samples = (size_t)trainer->samples,
                 x_size = samples * SL_COORDINATES * sizeof(float);
    put_i32(w, trainer->samples);
    put_i32(w, sl_network_output(&trainer->network)->units);
    if (w->to) sl_trainer_copy_data(trainer, w->to + w->size, w->to + w->size + x_size);
    w->size += x_size + samples;
}

static void put_watch(sl_writer *w, const sl_watch *watch)
{
    put_f64(w, watch->best);
    put_i32(w, watch->best_epoch);
    put_i32(w, watch->wait);
}

static void put_random(sl_writer *w, const sl_random *random)
{
    sl_put(w, random->key, sizeof random->key);
    put_i32(w, random->position);
    put_i32(w, random->has_gauss);
    put_f64(w, random->gauss);
}

static void put_standing(sl_writer *w, const sl_standing *standing)
{
    put_watch(w, &standing->watches.stopping);
    put_watch(w, &standing->watches.plateau);
    put_f64(w, standing->plateau_factor);
    put_f64(w, standing->powers.beta_1);
    put_f64(w, standing->powers.beta_2);
    put_random(w, &standing->random);
}

static void put_learned(sl_writer *w, const sl_learned *learned, const sl_network *network)
{
    sl_put(w, learned->params, network->size * sizeof(float));
    sl_put(w, learned->m, network->trainable * sizeof(float));
    sl_put(w, learned->v, network->trainable * sizeof(float));
}

static void put_trainer(sl_writer *w, const sl_trainer *trainer)
{
    const size_t epochs = (size_t)trainer->now.epoch;
    const sl_network *network = &trainer->network;

    put_settings(w, &trainer->settings);
    put_data(w, trainer);
    put_i32(w, trainer->now.epoch);
    if (epochs) sl_put(w, trainer->history, epochs * SL_HISTORY_COLUMNS * sizeof *trainer->history);
    put_i32(w, trainer->step);
    put_i64(w, trainer->diverged_step);
    put_i32(w, (int32_t)trainer->fit);
    put_f64(w, trainer->loss_sum);
    put_f64(w, trainer->last_loss);
    put_i64(w, trainer->hits);
    put_standing(w, &trainer->now);
    put_learned(w, &trainer->learned, network);
    if (trainer->settings.early_stopping) sl_put(w, trainer->best, network->size * sizeof(float));
    if (trainer->step) sl_put(w, trainer->order, (size_t)trainer->training * sizeof(int32_t));
    put_i32(w, (int32_t)trainer->checkpoint_use);
    if (!trainer->checkpoint_use) return;
    put_i32(w, trainer->checkpoint.epoch);
    put_standing(w, &trainer->checkpoint);
    put_learned(w, &trainer->kept, network);
}

size_t sl_trainer_saved_size(const sl_trainer *trainer)
{
    sl_writer w = {.size = HEADER};
    put_trainer(&w, trainer);
    return w.size;
}

sl_status sl_trainer_save(const sl_trainer *trainer, uint8_t *bytes)
{
    const uint32_t version = VERSION;
    if (trainer->step == 0 && !sl_all_finite(trainer->learned.params, trainer->network.size))
        return SL_ERROR_WEIGHTS;

    sl_writer w = {bytes, HEADER};
    put_trainer(&w, trainer);
    const uint32_t crc = crc32_of(bytes + HEADER, w.size - HEADER);
    memcpy(bytes, magic, sizeof magic);
    memcpy(bytes + 8, &version, sizeof version);
    memcpy(bytes + 12, &crc, sizeof crc);
    return SL_OK;
}

/* ---------------------------------------------------------------- reading */

/* What is read after a failure is zero, and changes nothing: the first failure stays. */
typedef struct reader {
    const uint8_t *from;
    size_t at, size;
    uint32_t version;
    sl_status status;
} reader;

static void fail(reader *r, sl_status status)
{
    if (!r->status) r->status = status;
}

static void get(reader *r, void *data, size_t size)
{
    if (size > r->size - r->at) fail(r, SL_ERROR_FILE_DAMAGED);
    if (r->status) {
        memset(data, 0, size);
        return;
    }
    memcpy(data, r->from + r->at, size);
    r->at += size;
}

static int64_t within(reader *r, int64_t value, int64_t low, int64_t high)
{
    if (value >= low && value <= high) return value;
    fail(r, SL_ERROR_FILE_DAMAGED);
    return low;
}

static int32_t get_i32(reader *r, int32_t low, int32_t high)
{
    int32_t value;
    get(r, &value, sizeof value);
    return (int32_t)within(r, value, low, high);
}

static int64_t get_i64(reader *r, int64_t low, int64_t high)
{
    int64_t value;
    get(r, &value, sizeof value);
    return within(r, value, low, high);
}

static double get_f64(reader *r)
{
    double value;
    get(r, &value, sizeof value);
    return value;
}

static void get_floats(reader *r, float *floats, size_t count)
{
    get(r, floats, count * sizeof *floats);
}

/* Weights at the beginning of an epoch. */
static void get_finite(reader *r, float *floats, size_t count)
{
    get_floats(r, floats, count);
    if (!sl_all_finite(floats, count)) fail(r, SL_ERROR_FILE_DAMAGED);
}

/* The setting whose name is read; a name that is not known is a later version's. */
static int get_setting_name(reader *r)
{
    uint8_t length;
    char name[UINT8_MAX + 1] = {0};
    get(r, &length, 1);
    get(r, name, length);
    for (int i = 0; i < sl_setting_count(); i++)
        if (strcmp(name, sl_setting_name(i)) == 0) return i;
    fail(r, SL_ERROR_FILE_VERSION);
    return 0;
}

static void get_setting(reader *r, sl_settings *settings, int index)
{
    if (sl_settings_set(settings, index, get_f64(r))) fail(r, SL_ERROR_FILE_DAMAGED);
}

/* Whether the first version, whose settings had no names, had this one. */
static bool is_of_version_1(int index)
{
    static const char *const later[] = {"class_sep", "flip_y", "clusters_per_class", "stratify",
                                        "features"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (strcmp(later[i], sl_setting_name(index)) == 0) return false;
    return true;
}

static void get_scalars(reader *r, sl_settings *settings)
{
    sl_settings_init(settings);
    if (r->version > 1) {
        const int count = get_i32(r, 0, UINT8_MAX);
        for (int i = 0; i < count; i++) get_setting(r, settings, get_setting_name(r));
        return;
    }
    for (int i = 0; i < sl_setting_count(); i++)
        if (is_of_version_1(i)) get_setting(r, settings, i);
}

static void get_layers(reader *r, sl_settings *settings)
{
    double units[SL_MAX_HIDDEN_LAYERS], activations[SL_MAX_HIDDEN_LAYERS];
    const int32_t layers = get_i32(r, 0, SL_MAX_HIDDEN_LAYERS);
    for (int l = 0; l < layers; l++) {
        units[l] = get_f64(r);
        activations[l] = get_f64(r);
    }
    if (sl_settings_set_layers(settings, units, activations, layers))
        fail(r, SL_ERROR_FILE_DAMAGED);
}

static void get_points(reader *r, sl_settings *settings)
{
    double points[SL_MAX_CLASSES];
    const int32_t classes = get_i32(r, 0, SL_MAX_CLASSES);
    for (int k = 0; k < classes; k++) points[k] = get_f64(r);
    if (classes && sl_settings_set_points(settings, points, classes))
        fail(r, SL_ERROR_FILE_DAMAGED);
}

static void get_settings(reader *r, sl_settings *settings)
{
    get_scalars(r, settings);
    get_layers(r, settings);
    if (r->version > 2) get_points(r, settings);
}

/* Whether these settings followed other rules in the first version. */
static bool changed_since_version_1(const sl_settings *settings)
{
    return settings->optimizer == SL_RMSPROP || settings->initializer == SL_GLOROT_NORMAL ||
           settings->initializer == SL_HE_NORMAL;
}

static sl_dataset *get_data(reader *r)
{
    const size_t samples = (size_t)get_i32(r, 1, SL_MAX_SAMPLES);
    const int32_t classes = get_i32(r, 2, SL_MAX_CLASSES);
    sl_dataset *dataset = NULL;
    float *x = malloc(samples * (SL_COORDINATES * sizeof *x + 1));
    if (!x) {
        fail(r, SL_ERROR_MEMORY);
        return NULL;
    }
    uint8_t *y = (uint8_t *)(x + samples * SL_COORDINATES);
    get_floats(r, x, samples * SL_COORDINATES);
    get(r, y, samples);
    sl_status status = sl_dataset_from_points(x, y, (int32_t)samples, classes, &dataset);
    if (status) fail(r, status == SL_ERROR_MEMORY ? status : SL_ERROR_FILE_DAMAGED);
    free(x);
    return dataset;
}

static void get_history(reader *r, sl_trainer *trainer)
{
    const size_t row = SL_HISTORY_COLUMNS * sizeof *trainer->history;
    const int32_t epochs = get_i32(r, 0, INT32_MAX);
    if ((size_t)epochs > (r->size - r->at) / row) fail(r, SL_ERROR_FILE_DAMAGED);
    if (!r->status && epochs) fail(r, sl_trainer_reserve_history(trainer, epochs));
    if (r->status) return;
    if (epochs) get(r, trainer->history, (size_t)epochs * row);
    trainer->now.epoch = epochs;
}

static void get_watch(reader *r, sl_watch *watch, int32_t epoch)
{
    watch->best = get_f64(r);
    watch->best_epoch = get_i32(r, 0, epoch);
    watch->wait = get_i32(r, 0, epoch);
}

static void get_random(reader *r, sl_random *random)
{
    get(r, random->key, sizeof random->key);
    random->position = get_i32(r, 0, 624);
    random->has_gauss = get_i32(r, 0, 1);
    random->gauss = get_f64(r);
}

/* Its epoch has been read already. */
static void get_standing(reader *r, sl_standing *standing)
{
    get_watch(r, &standing->watches.stopping, standing->epoch);
    get_watch(r, &standing->watches.plateau, standing->epoch);
    standing->plateau_factor = get_f64(r);
    standing->powers.beta_1 = get_f64(r);
    standing->powers.beta_2 = get_f64(r);
    get_random(r, &standing->random);
}

static void get_moments(reader *r, const sl_learned *learned, const sl_network *network)
{
    get_floats(r, learned->m, network->trainable);
    get_floats(r, learned->v, network->trainable);
}

/* This epoch's permutation: each number below `training` once. */
static void get_order(reader *r, sl_trainer *trainer)
{
    int32_t *order = trainer->order;
    get(r, order, (size_t)trainer->training * sizeof *order);
    uint8_t *seen = calloc((size_t)trainer->training, 1);
    if (!seen) fail(r, SL_ERROR_MEMORY);
    for (int32_t i = 0; !r->status && i < trainer->training; i++)
        if (order[i] < 0 || order[i] >= trainer->training || seen[order[i]]++)
            fail(r, SL_ERROR_FILE_DAMAGED);
    free(seen);
}

static void get_checkpoint(reader *r, sl_trainer *trainer)
{
    sl_standing *checkpoint = &trainer->checkpoint;
    trainer->checkpoint_use = (sl_checkpoint_use)get_i32(r, trainer->step > 0, SL_CHECKPOINT_USED);
    if (!trainer->checkpoint_use) return;
    checkpoint->epoch = get_i32(r, 0, trainer->now.epoch);
    get_standing(r, checkpoint);
    get_finite(r, trainer->kept.params, trainer->network.size);
    get_moments(r, &trainer->kept, &trainer->network);
}

/* The first version's checkpoint: what an epoch that has begun goes back to. */
static void get_checkpoint_1(reader *r, sl_trainer *trainer)
{
    sl_standing *checkpoint = &trainer->checkpoint;
    trainer->checkpoint_use = trainer->step > 0 ? SL_CHECKPOINT_NEW : SL_NO_CHECKPOINT;
    if (!trainer->checkpoint_use) return;
    *checkpoint = trainer->now;
    get_finite(r, trainer->kept.params, trainer->network.size);
    get_moments(r, &trainer->kept, &trainer->network);
    get_random(r, &checkpoint->random);
    checkpoint->powers.beta_1 = get_f64(r);
    checkpoint->powers.beta_2 = get_f64(r);
    get_i32(r, 0, INT32_MAX);
}

/* All that training changes, into a trainer that has just been made of settings and data. */
static void get_run(reader *r, sl_trainer *trainer)
{
    const sl_network *network = &trainer->network;
    const bool first_version = r->version == 1, stops = trainer->settings.early_stopping;
    sl_standing *now = &trainer->now;

    get_history(r, trainer);
    trainer->step = get_i32(r, 0, sl_trainer_steps_per_epoch(trainer) - 1);
    if (first_version) get_i32(r, 0, INT32_MAX);
    trainer->diverged_step = first_version ? get_i32(r, 0, INT32_MAX) : get_i64(r, 0, INT64_MAX);
    trainer->fit = (sl_fit)get_i32(r, 0, first_version ? 1 : SL_FIT_STOPPED);
    if (first_version && trainer->fit) trainer->fit = SL_FIT_STOPPED;
    trainer->loss_sum = get_f64(r);
    trainer->last_loss = get_f64(r);
    trainer->hits = get_i64(r, 0, trainer->training);
    if (trainer->step == 0) sl_trainer_begin_sums(trainer);
    get_standing(r, now);
    if (!stops) sl_watches_forget_best(&now->watches);

    /* Amid an epoch weights may be anything, and Adam's moments overflow before the loss does. */
    (trainer->step ? get_floats : get_finite)(r, trainer->learned.params, network->size);
    get_moments(r, &trainer->learned, network);
    if (stops) get_finite(r, trainer->best, network->size);
    if (trainer->step) get_order(r, trainer);
    (first_version ? get_checkpoint_1 : get_checkpoint)(r, trainer);
    if (r->at != r->size) fail(r, SL_ERROR_FILE_DAMAGED);
}

static sl_status check_header(const uint8_t *bytes, size_t size, uint32_t *version)
{
    uint32_t crc;
    if (size < HEADER || memcmp(bytes, magic, sizeof magic) != 0) return SL_ERROR_FILE;
    memcpy(version, bytes + 8, sizeof *version);
    memcpy(&crc, bytes + 12, sizeof crc);
    if (*version < 1 || *version > VERSION) return SL_ERROR_FILE_VERSION;
    return crc == crc32_of(bytes + HEADER, size - HEADER) ? SL_OK : SL_ERROR_FILE_DAMAGED;
}

sl_status sl_trainer_load(const uint8_t *bytes, size_t size, sl_trainer **out)
{
    reader r = {.from = bytes, .at = HEADER, .size = size};
    *out = NULL;
    r.status = check_header(bytes, size, &r.version);
    if (r.status) return r.status;

    sl_settings settings;
    sl_trainer *trainer = NULL;
    get_settings(&r, &settings);
    if (r.version == 1 && changed_since_version_1(&settings)) fail(&r, SL_ERROR_FILE_VERSION);
    sl_dataset *dataset = r.status ? NULL : get_data(&r);
    if (!r.status) fail(&r, sl_trainer_create(&settings, dataset, &trainer));
    sl_dataset_free(dataset);
    if (!r.status) get_run(&r, trainer);
    if (r.status) {
        sl_trainer_free(trainer);
        return r.status;
    }
    *out = trainer;
    return SL_OK;
}
