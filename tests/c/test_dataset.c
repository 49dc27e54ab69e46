#include "check.h"
#include "spiral_lab.h"

static void the_article_spirals_are_numpys(void)
{
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_dataset_samples(data), 1500);
    CHECK_INT(sl_dataset_classes(data), 3);

    const float *x = sl_dataset_x(data);
    CHECK(x[0] == 0.0f && x[1] == 0.0f);
    CHECK(x[2] == (float)-0.00022862986887397106 && x[3] == (float)0.001990923532278284);
    CHECK(x[2998] == (float)-0.746408511113369 && x[2999] == (float)0.6654880423700517);
    for (int i = 0; i < 1500; i++) CHECK_INT(sl_dataset_y(data)[i], i / 500);
    sl_dataset_free(data);
}

static void the_smallest_data_set_is_made(void)
{
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.points = 1;
    settings.classes = 2;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_dataset_samples(data), 2);
    sl_dataset_free(data);
}

static void bad_settings_make_nothing(void)
{
    sl_settings settings;
    sl_dataset *data = (sl_dataset *)&settings;
    sl_settings_init(&settings);
    settings.points = 10000000;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_ERROR_POINTS);
    CHECK(data == NULL);
}

static sl_dataset *make(sl_dataset_kind kind, int classes, int32_t samples, double noise, int seed)
{
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.dataset = kind;
    settings.classes = classes;
    settings.noise = noise;
    settings.data_seed = seed;
    CHECK_INT(sl_dataset_create_sized(&settings, samples, &data), SL_OK);
    return data;
}

static void check_head(sl_dataset *data, const double *x, const uint8_t *y, int count)
{
    for (int i = 0; i < 2 * count; i++) CHECK_NEAR((double)sl_dataset_x(data)[i], x[i], 1e-6);
    for (int i = 0; i < count; i++) CHECK_INT(sl_dataset_y(data)[i], y[i]);
    sl_dataset_free(data);
}

/* From scikit-learn 1.2.1. */
static void moons_circles_and_blobs_are_scikit_learns(void)
{
    static const double moons[] = {-0.9142154085228735, 0.2284023391811991, -0.6450254306462071,
                                   1.330169741096021};
    static const double circles[] = {0.9436504285120554, -0.4445099636218887, -0.8199111301540615,
                                     -0.3269428080527686};
    static const double blobs[] = {-0.4253814894069547,  -3.5521747155757954, -6.107097205097412,
                                   -0.48465945543949607, 0.1322690230128648,  -1.322016417291909};
    static const uint8_t two[] = {0, 0}, four[] = {1, 0, 3};
    check_head(make(SL_MOONS, 3, 101, 0.25, 5), moons, two, 2);
    check_head(make(SL_CIRCLES, 3, 101, 0.25, 5), circles, two, 2);
    check_head(make(SL_BLOBS, 4, 100, 0.0, 9), blobs, four, 3);
}

/* From NumPy 1.24.2 and scikit-learn 1.2.1. */
static void there_may_be_twenty_classes(void)
{
    static const double blobs[] = {3.9337407886, 2.4031692776,  -4.9375523315, 1.2463372476,
                                   3.7289999986, -0.2377099858, -1.4245476332, 1.9854130272};
    static const uint8_t head[] = {18, 0, 11, 10}, tail[] = {15, 14};
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.dataset = SL_BLOBS;
    settings.classes = 20;
    settings.cluster_std = 0.5;
    settings.data_seed = 9;
    CHECK_INT(sl_dataset_create_sized(&settings, 100, &data), SL_OK);
    CHECK_INT(sl_dataset_classes(data), 20);
    CHECK_INT(memcmp(sl_dataset_y(data) + 98, tail, sizeof tail), 0);
    check_head(data, blobs, head, 4);

    data = make(SL_SPIRALS, 20, 20 * 25, 0.2, 3);
    const float *x = sl_dataset_x(data);
    CHECK_NEAR((double)x[998], -0.8767344840, 1e-7);
    CHECK_NEAR((double)x[999], -0.4809746818, 1e-7);
    CHECK_INT(sl_dataset_y(data)[499], 19);
    sl_dataset_free(data);
}

static sl_settings settings_of(sl_dataset_kind kind, int classes, int seed)
{
    sl_settings settings;
    sl_settings_init(&settings);
    settings.dataset = kind;
    settings.classes = classes;
    settings.data_seed = seed;
    return settings;
}

static sl_dataset *made(const sl_settings *settings)
{
    sl_dataset *data;
    CHECK_INT(sl_dataset_create(settings, &data), SL_OK);
    return data;
}

static void check_counts(const sl_dataset *data, const double *expected, int classes)
{
    int counts[SL_MAX_CLASSES] = {0};
    CHECK_INT(sl_dataset_classes(data), classes);
    for (int i = 0; i < sl_dataset_samples(data); i++) counts[sl_dataset_y(data)[i]]++;
    for (int k = 0; k < classes; k++) CHECK_INT(counts[k], expected[k]);
}

/* From scikit-learn 1.9.1; tests/data/keras/datasets.json has more. */
static void classification_is_scikit_learns(void)
{
    static const double three[] = {1.471739947,  0.9897918632,  1.514860569,
                                   -1.134301104, -0.6424840451, -2.566141425};
    static const double four[] = {1.96408752,   -2.200826769, -2.249242822,
                                  -2.246533148, 1.400909632,  1.291978069};
    static const double clusters[] = {-1.767896187, -1.449157124, 1.81596702,
                                      -1.761796273, 1.392900347,  0.9746039981};
    static const uint8_t y_three[] = {0, 1, 2}, y_four[] = {3, 0, 3}, y_clusters[] = {0, 0, 1};
    static const double flipped[] = {7, 13, 8, 12}, odd[] = {6, 5};
    sl_settings settings = settings_of(SL_CLASSIFICATION, 3, 1);
    settings.points = 50;
    check_head(made(&settings), three, y_three, 3);

    settings = settings_of(SL_CLASSIFICATION, 4, 5);
    settings.points = 10;
    settings.class_sep = 2;
    settings.flip_y = 0.3;
    sl_dataset *data = made(&settings);
    check_counts(data, flipped, 4);
    check_head(data, four, y_four, 3);

    settings = settings_of(SL_CLASSIFICATION, 2, 7);
    settings.clusters_per_class = 2;
    settings.class_sep = 1.5;
    settings.flip_y = 0;
    CHECK_INT(sl_settings_set_points(&settings, odd, 2), SL_OK);
    data = made(&settings);
    check_counts(data, odd, 2);
    check_head(data, clusters, y_clusters, 3);
}

/* From NumPy 2.4.6, by the lines in the header. */
static void xor_is_as_the_header_says(void)
{
    static const double x[] = {-1.13098481,   -0.05283638242, -0.03252147158, -0.7971356881,
                               -0.6521887211, -0.3888709182,  0.950287199,    -0.423870063,
                               0.08196306506, -0.2750969469};
    static const uint8_t y[] = {0, 0, 0, 1, 1};
    const double points[] = {3, 2};
    sl_settings settings = settings_of(SL_XOR, 7, 9);
    settings.noise = 0.1;
    CHECK_INT(sl_settings_set_points(&settings, points, 2), SL_OK);
    check_head(made(&settings), x, y, 5);

    settings.noise = 0;
    settings.points = 2000;
    settings.point_counts = 0;
    sl_dataset *data = made(&settings);
    CHECK_INT(sl_dataset_samples(data), 4000);
    for (int i = 0; i < 4000; i++) {
        const float *at = sl_dataset_x(data) + 2 * i;
        CHECK_INT((at[0] < 0) != (at[1] < 0), sl_dataset_y(data)[i]);
        CHECK(at[0] >= -1 && at[0] < 1 && at[1] >= -1 && at[1] < 1);
    }
    sl_dataset_free(data);
}

/* From scikit-learn 1.9.1 with n_samples=(5, 2), (2, 5) and [4, 1, 2]; spirals from NumPy. */
static void each_class_may_have_its_own_points(void)
{
    static const struct {
        sl_dataset_kind kind;
        int classes, seed;
        double noise, points[3], x[6];
        uint8_t y[3];
    } cases[] = {
        {SL_MOONS,
         2,
         4,
         0.1,
         {5, 2},
         {-1.105148221, 0.02861042227, 2.072723587, 0.3990278517, -0.6817702631, 0.7839336573},
         {0, 1, 0}},
        {SL_CIRCLES,
         2,
         4,
         0.1,
         {2, 5},
         {-0.5096567178, 0.3225030484, 0.2272320844, -0.5765004065, 0.1798450153, 0.5523551343},
         {1, 1, 1}},
        {SL_BLOBS,
         3,
         4,
         0,
         {4, 1, 2},
         {5.103367172, 0.4107316419, 1.167516863, -2.593407037, 5.024394277, 2.380737139},
         {0, 2, 1}},
        {SL_SPIRALS, 3, 1, 0.2, {2, 3, 1}, {0, 0, -0.6713702021, -0.7411221571, 0, 0}, {0, 0, 1}},
        {SL_CLASSIFICATION,
         3,
         3,
         0,
         {50, 10, 2},
         {1.509124522, 0.9233932824, 0.6210189702, -0.425325997, 1.440814886, 0.8853366464},
         {0, 1, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sl_settings settings = settings_of(cases[i].kind, cases[i].classes, cases[i].seed);
        settings.noise = cases[i].noise;
        settings.cluster_std = 0.7;
        settings.flip_y = 0;
        CHECK_INT(sl_settings_set_points(&settings, cases[i].points, cases[i].classes), SL_OK);
        sl_dataset *data = made(&settings);
        check_counts(data, cases[i].points, cases[i].classes);
        check_head(data, cases[i].x, cases[i].y, 3);
    }
}

static void every_kind_has_its_classes(void)
{
    sl_settings settings;
    sl_dataset *data;
    for (int kind = SL_SPIRALS; kind <= SL_XOR; kind++) {
        int counts[5] = {0};
        sl_settings_init(&settings);
        settings.dataset = kind;
        settings.classes = kind == SL_CLASSIFICATION ? 4 : 5;
        settings.points = 7;
        settings.flip_y = 0;
        CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
        static const int of_kind[] = {5, 2, 2, 5, 4, 2};
        const int classes = of_kind[kind];
        CHECK_INT(sl_dataset_classes(data), classes);
        CHECK_INT(sl_dataset_samples(data), 7 * classes);
        for (int i = 0; i < 7 * classes; i++) counts[sl_dataset_y(data)[i]]++;
        for (int j = 0; j < classes; j++) CHECK_INT(counts[j], 7);
        sl_dataset_free(data);
    }
    sl_settings_init(&settings);
    CHECK_INT(sl_dataset_create_sized(&settings, 100, &data), SL_ERROR_SAMPLES); /* of 3 spirals */
    CHECK_INT(sl_dataset_create_sized(&settings, 0, &data), SL_ERROR_SAMPLES);
}

static void a_grid_is_numpys_meshgrid(void)
{
    float x[12];
    sl_grid_points(x, -1, 1, 0, 3, 3, 2);
    const float expected[] = {-1, 0, 0, 0, 1, 0, -1, 3, 0, 3, 1, 3};
    for (int i = 0; i < 12; i++) CHECK(x[i] == expected[i]);
    CHECK_NEAR(sl_linspace(0.1, 0.7, 4, 2), 0.1 + 2 * ((0.7 - 0.1) / 3), 0.0);
    CHECK_NEAR(sl_linspace(0.1, 0.7, 4, 3), 0.7, 0.0);
    CHECK_NEAR(sl_linspace(5, 6, 1, 0), 5, 0.0);
}

static void given_points_are_judged(void)
{
    float x[4] = {0, 1, 2, 3};
    uint8_t y[2] = {0, 1};
    sl_dataset *data;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_OK);
    CHECK(sl_dataset_x(data) != x && sl_dataset_x(data)[3] == 3.0f);
    sl_dataset_free(data);

    CHECK_INT(sl_dataset_from_points(x, y, 0, 2, &data), SL_ERROR_SAMPLES);
    CHECK_INT(sl_dataset_from_points(x, y, SL_MAX_SAMPLES + 1, 2, &data), SL_ERROR_SAMPLES);
    CHECK_INT(sl_dataset_from_points(x, y, 2, 1, &data), SL_ERROR_CLASSES);
    CHECK_INT(sl_dataset_from_points(x, y, 2, SL_MAX_CLASSES + 1, &data), SL_ERROR_CLASSES);
    y[1] = 2;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_ERROR_POINTS_Y);
    y[1] = 1;
    x[3] = INFINITY;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_ERROR_POINTS_X);
    CHECK(data == NULL);
    sl_dataset_free(NULL);
}

int main(void)
{
    the_article_spirals_are_numpys();
    the_smallest_data_set_is_made();
    bad_settings_make_nothing();
    moons_circles_and_blobs_are_scikit_learns();
    there_may_be_twenty_classes();
    classification_is_scikit_learns();
    xor_is_as_the_header_says();
    each_class_may_have_its_own_points();
    every_kind_has_its_classes();
    a_grid_is_numpys_meshgrid();
    given_points_are_judged();
    return check_verdict();
}
